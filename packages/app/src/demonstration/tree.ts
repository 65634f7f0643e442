import type { AuthorityKind, AuthorityLevel } from '../authorities/authority.js'

/** An invented authority; null stands below the government at the root. */
export type InventedAuthority = {
  readonly name: string
  readonly shortName: string
  readonly parent: string | null
  readonly kind: AuthorityKind
  readonly level: AuthorityLevel
  /** What it publishes about, and what it is asked about. */
  readonly topics: readonly [string, string, string]
}

export const REGION = '云岭县'
export const GOVERNMENT = '云岭县人民政府'

type Topics = InventedAuthority['topics']

export const GOVERNMENT_TOPICS: Topics = ['重大民生实事', '重大建设项目', '乡村振兴']

// biome-ignore format: table
const DEPARTMENTS: readonly (readonly [name: string, ...topics: Topics])[] = [
  ['发展和改革局', '项目审批', '价格监测', '能源保供'],
  ['教育局', '义务教育招生', '学生资助', '校园食品安全'],
  ['科学技术局', '科技计划项目', '技术合同登记', '创新平台'],
  ['工业和信息化局', '技术改造', '中小企业服务', '工业园区'],
  ['公安局', '户籍管理', '出入境服务', '道路交通安全'],
  ['民政局', '社会救助', '养老服务', '地名管理'],
  ['司法局', '行政复议', '法律援助', '人民调解'],
  ['财政局', '财政预决算', '政府采购', '惠民补贴'],
  ['人力资源和社会保障局', '就业创业', '社会保险', '劳动维权'],
  ['自然资源局', '征地补偿', '不动产登记', '国土空间规划'],
  ['生态环境局', '环境质量', '建设项目环评', '污染防治'],
  ['住房和城乡建设局', '保障性住房', '老旧小区改造', '物业管理'],
  ['交通运输局', '农村公路', '客运服务', '工程招标'],
  ['水务局', '河湖管理', '农村饮水', '水土保持'],
  ['农业农村局', '惠农补贴', '高标准农田', '农产品质量'],
  ['商务局', '消费促进', '外贸服务', '成品油市场'],
  ['文化和旅游局', '公共文化', '文物保护', '旅游市场'],
  ['卫生健康局', '疫病防控', '基层医疗', '托育服务'],
  ['退役军人事务局', '优待抚恤', '就业安置', '烈士纪念'],
  ['应急管理局', '安全生产', '防灾减灾', '应急演练'],
  ['审计局', '审计结果', '整改情况', '内部审计'],
  ['市场监督管理局', '食品抽检', '企业登记', '消费投诉'],
  ['统计局', '统计公报', '经济普查', '价格指数'],
  ['医疗保障局', '参保缴费', '异地就医', '药品采购'],
  ['林业和草原局', '森林防火', '退耕还林', '自然保护地'],
  ['信访局', '信访事项办理', '初信初访', '信访代办'],
  ['乡村振兴局', '衔接资金', '防返贫监测', '帮扶项目'],
  ['行政审批服务局', '政务服务事项', '证照办理', '招标投标'],
  ['城市管理综合行政执法局', '市容秩序', '垃圾分类', '执法公示'],
  ['机关事务服务中心', '公共机构节能', '公务用车', '办公用房'],
]

const SUBDISTRICTS = ['石桥', '青溪', '东湖', '北关'] as const
const TOWNSHIPS = [
  '云山镇',
  '松林镇',
  '白鹿镇',
  '双河镇',
  '三元镇',
  '柳湾镇',
  '凤台镇',
  '长坪乡',
  '竹溪乡',
  '马岭乡',
] as const
const TOWN_TOPICS: Topics = ['低保救助', '村级事务', '农村宅基地']

const FIELD_OFFICES: readonly (readonly [of: string, office: string, ...topics: Topics])[] = [
  ['公安局', '派出所', '户籍办理', '治安防范', '居住登记'],
  ['司法局', '司法所', '矛盾调解', '法治宣传', '社区矫正'],
  ['市场监督管理局', '市场监督管理所', '个体登记', '食品抽检', '计量检定'],
  ['自然资源局', '自然资源所', '宅基地测绘', '耕地保护', '地灾巡查'],
  ['财政局', '财政所', '惠农补贴', '村级财务', '资金监管'],
]

const AUTHORISED: readonly (readonly [name: string, ...topics: Topics])[] = [
  ['疾病预防控制中心', '预防接种', '传染病监测', '健康教育'],
  ['不动产登记中心', '登记办理', '档案查询', '收费标准'],
  ['社会保险服务中心', '待遇核定', '基金收支', '资格认证'],
  ['供水服务中心', '水质监测', '水价执行', '停水通知'],
  ['住房公积金管理部', '缴存提取', '个人贷款', '年度收支'],
]

/** The authorities below the government, each after the one above it: 119 of them. */
export const AUTHORITIES: readonly InventedAuthority[] = [
  ...DEPARTMENTS.map(([name, ...topics]) => below(null, name, 'department', 'county', topics)),
  ...SUBDISTRICTS.map((name) => town(`${name}街道办事处`, `${name}街道`, 'subdistrict')),
  ...TOWNSHIPS.map((name) => town(`${name}人民政府`, name, 'township')),
  ...FIELD_OFFICES.flatMap(([of, office, ...topics]) =>
    [...SUBDISTRICTS, ...TOWNSHIPS.map((name) => name.slice(0, -1))].map((place) =>
      below(REGION + of, `${of}${place}${office}`, 'fieldOffice', 'township', topics),
    ),
  ),
  ...AUTHORISED.map(([name, ...topics]) => below(null, name, 'authorised', 'county', topics)),
]

function below(
  parent: string | null,
  name: string,
  kind: AuthorityKind,
  level: AuthorityLevel,
  topics: Topics,
): InventedAuthority {
  return { name: `${REGION}${name}`, shortName: `县${name}`, parent, kind, level, topics }
}

function town(
  name: string,
  shortName: string,
  kind: 'subdistrict' | 'township',
): InventedAuthority {
  const full = { name: `${REGION}${name}`, shortName, parent: null }
  return { ...full, kind, level: 'township', topics: TOWN_TOPICS }
}
