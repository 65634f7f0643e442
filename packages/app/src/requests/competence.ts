/**
 * By which words of daily life a request is of the matters of which authority. It only helps to ask the right one: who is competent is decided by the rules on its functions
 * (三定规定), which differ from place to place, and never by this list.
 */
type Matter = {
  /** What stands in the name of the authority. */
  readonly part: string
  readonly words: readonly string[]
  readonly known: 'memory'
}

// biome-ignore format: table
export const MATTERS: readonly Matter[] = [
  { part: '公安',       words: ['户籍', '户口', '身份证', '出入境', '治安', '交通违法'],           known: 'memory' },
  { part: '民政',       words: ['低保', '最低生活保障', '社会救助', '殡葬', '婚姻登记', '养老机构', '社会组织'], known: 'memory' },
  { part: '教育',       words: ['学校', '招生', '学区', '幼儿园', '教师资格'],                     known: 'memory' },
  { part: '财政',       words: ['预算', '决算', '政府采购', '专项资金'],                           known: 'memory' },
  { part: '自然资源',   words: ['征地', '土地征收', '不动产', '规划许可', '土地出让', '宅基地'],   known: 'memory' },
  { part: '住房',       words: ['房屋征收', '拆迁', '保障房', '公租房', '物业', '施工许可'],       known: 'memory' },
  { part: '交通',       words: ['公路', '道路运输', '公交', '出租车'],                             known: 'memory' },
  { part: '水',         words: ['水利', '河道', '水库', '取水许可'],                               known: 'memory' },
  { part: '农业',       words: ['农村土地承包', '农药', '农机', '种子'],                           known: 'memory' },
  { part: '卫生',       words: ['医院', '疫苗', '医疗机构', '传染病'],                             known: 'memory' },
  { part: '人力资源',   words: ['社保', '社会保险', '工伤', '养老保险', '劳动监察', '事业单位招聘'], known: 'memory' },
  { part: '医疗保障',   words: ['医保', '药品采购'],                                               known: 'memory' },
  { part: '生态环境',   words: ['环评', '环境影响评价', '排污', '噪声'],                           known: 'memory' },
  { part: '市场监督',   words: ['营业执照', '食品安全', '药品', '特种设备', '价格监督'],           known: 'memory' },
  { part: '应急',       words: ['安全生产', '事故调查', '消防'],                                   known: 'memory' },
  { part: '发展和改革', words: ['项目审批', '立项', '价格调整', '可行性研究'],                     known: 'memory' },
  { part: '司法',       words: ['行政复议', '法律援助', '公证', '律师'],                           known: 'memory' },
  { part: '统计',       words: ['统计公报', '人口普查', '统计年鉴'],                               known: 'memory' },
  { part: '审计',       words: ['审计报告'],                                                       known: 'memory' },
  { part: '文化',       words: ['旅游', '文物', '博物馆', '图书馆'],                               known: 'memory' },
]

/** What annual reports tell of (第五十条), so that whoever asks for it finds it there. */
export const IN_REPORTS: readonly string[] = [
  ...['年度报告', '年报', '信息公开申请', '依申请公开', '行政规范性文件', '规范性文件', '规章'],
  ...['行政许可', '行政处罚', '行政强制', '行政事业性收费', '行政复议', '行政诉讼', '主动公开'],
]
