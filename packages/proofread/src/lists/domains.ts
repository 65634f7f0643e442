/** A department: how its name is recognised, and the words for its field of work. */
export type Domain = {
  readonly key: string
  /** Parts of a body's name, any of which tells the department. */
  readonly names: readonly string[]
  /** Its field, as in 全区“财政”系统. */
  readonly words: readonly string[]
}

/** Departments of local government. A body with the names of two (文化广电旅游体育局) has both fields. */
// biome-ignore format: one department a line
export const DOMAINS: readonly Domain[] = [
  { key: 'audit',         names: ['审计'],                                words: ['审计'] },
  { key: 'finance',       names: ['财政'],                                words: ['财政'] },
  { key: 'education',     names: ['教育', '教体'],                        words: ['教育'] },
  { key: 'civil-affairs', names: ['民政'],                                words: ['民政'] },
  { key: 'labour',        names: ['人力资源', '人社'],                    words: ['人社', '人力资源社会保障', '人力资源和社会保障'] },
  { key: 'health',        names: ['卫生', '卫健', '卫计'],                words: ['卫健', '卫生健康', '卫计', '卫生计生'] },
  { key: 'housing',       names: ['住房', '住建', '城乡建设', '建设局', '房产'], words: ['住建', '住房和城乡建设', '住房城乡建设'] },
  { key: 'land',          names: ['自然资源', '国土', '规划'],            words: ['自然资源', '国土资源', '国土'] },
  { key: 'environment',   names: ['生态环境', '环境保护', '环保'],        words: ['生态环境', '环保', '环境保护'] },
  { key: 'transport',     names: ['交通'],                                words: ['交通运输', '交通'] },
  { key: 'water',         names: ['水利', '水务'],                        words: ['水利', '水务'] },
  { key: 'agriculture',   names: ['农业', '农村', '农牧', '畜牧'],        words: ['农业农村', '农业'] },
  { key: 'commerce',      names: ['商务'],                                words: ['商务'] },
  { key: 'culture',       names: ['文化', '文旅', '文广', '旅游'],        words: ['文旅', '文化旅游', '文化和旅游', '文广旅'] },
  { key: 'emergency',     names: ['应急', '安全生产', '安监'],            words: ['应急管理', '应急', '安监'] },
  { key: 'market',        names: ['市场监', '工商', '质监', '食药', '食品药品'], words: ['市场监管', '市场监督管理'] },
  { key: 'statistics',    names: ['统计'],                                words: ['统计'] },
  { key: 'insurance',     names: ['医疗保障', '医保'],                    words: ['医保', '医疗保障'] },
  { key: 'justice',       names: ['司法'],                                words: ['司法行政', '司法'] },
  { key: 'police',        names: ['公安'],                                words: ['公安'] },
  { key: 'tax',           names: ['税务'],                                words: ['税务'] },
  { key: 'forestry',      names: ['林业', '林草', '园林'],                words: ['林业'] },
  { key: 'veterans',      names: ['退役军人'],                            words: ['退役军人事务'] },
  { key: 'petitions',     names: ['信访'],                                words: ['信访'] },
  { key: 'planning',      names: ['发展和改革', '发展改革', '发改'],      words: ['发改', '发展改革', '发展和改革'] },
  { key: 'science',       names: ['科学技术', '科技'],                    words: ['科技'] },
  { key: 'industry',      names: ['经济和信息化', '经济信息', '经信', '工业和信息化', '工信'], words: ['经信', '工信'] },
  { key: 'assets',        names: ['国有资产', '国资'],                    words: ['国资'] },
  { key: 'city',          names: ['城市管理', '城管', '综合行政执法', '综合执法'], words: ['城管', '城市管理', '综合执法', '综合行政执法'] },
  { key: 'sport',         names: ['体育'],                                words: ['体育'] },
  { key: 'minorities',    names: ['民族', '宗教', '民宗'],                words: ['民宗', '民族宗教'] },
  { key: 'grain',         names: ['粮食'],                                words: ['粮食'] },
  { key: 'rural',         names: ['乡村振兴', '扶贫'],                    words: ['扶贫', '乡村振兴'] },
  { key: 'archives',      names: ['档案'],                                words: ['档案'] },
  { key: 'premises',      names: ['机关事务'],                            words: ['机关事务管理', '机关事务'] },
  { key: 'weather',       names: ['气象'],                                words: ['气象'] },
]
