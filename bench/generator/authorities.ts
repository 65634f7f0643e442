import type { Authority } from './model.js'
import type { Rng } from './rng.js'

const PROVINCES = ['云岫省', '岚川省', '瀚原省', '澄湖省']
const CITIES = [
  '栖梧市',
  '澜屏市',
  '清溯市',
  '望陵市',
  '砚州市',
  '沅禾市',
  '鹭汀市',
  '朔榆市',
  '芷江口市',
  '金栾市',
]
const COUNTIES = ['临芷县', '绥泠县', '桐柘县', '丰淙县', '怀渚县', '青崤县', '宁沚县', '双柘县']
const COUNTY_CITIES = ['浔桥市', '梓沐市', '龙湫市', '荻浦市']
const DISTRICTS = [
  '东淙区',
  '西渡桥区',
  '南塬区',
  '北栅区',
  '新湾里区',
  '栖霞岭区',
  '秀屏区',
  '江栅区',
]
const STREETS = ['桐影街道', '望春桥街道', '石榴巷街道', '双井头街道', '青石渡街道', '凤凰塬街道']
const TOWNS = ['柳堰镇', '沙渚镇', '茶岭镇', '石埠头镇', '云水乡', '大塬乡', '杏花坞镇', '三岔沟乡']
const BUREAUS = [
  '财政局',
  '审计局',
  '教育局',
  '民政局',
  '司法局',
  '统计局',
  '水利局',
  '商务局',
  '林业局',
  '信访局',
  '医疗保障局',
  '应急管理局',
  '交通运输局',
  '农业农村局',
  '生态环境局',
  '科学技术局',
  '城市管理局',
  '文化和旅游局',
  '市场监督管理局',
  '退役军人事务局',
  '住房和城乡建设局',
  '自然资源和规划局',
  '人力资源和社会保障局',
  '卫生健康委员会',
  '发展和改革委员会',
  '机关事务管理局',
  '体育局',
  '公安局',
]

const SELF: Record<string, string> = { 局: '我局', 厅: '我厅', 会: '我委' }

const region = (name: string, regionWord: string, level: Authority['level']) => ({
  region: name,
  regionWord,
  site: name,
  level,
})

function bureau(place: ReturnType<typeof region>, rng: Rng): Authority {
  const chosen = rng.pick(BUREAUS)
  const office = place.level === 'province' ? chosen.replace(/局$/, '厅') : chosen
  return {
    ...place,
    name: `${place.region}${office}`,
    self: SELF[office.slice(-1)] ?? '本机关',
    kind: 'department',
    makesRules: false,
  }
}

function government(place: ReturnType<typeof region>): Authority {
  return {
    ...place,
    name: `${place.region}人民政府`,
    self: place.regionWord,
    kind: 'government',
    makesRules: place.level === 'province' || place.level === 'city',
  }
}

function township(county: string, rng: Rng): Authority {
  const street = county.endsWith('区') ? rng.chance(0.8) : rng.chance(0.3)
  const place = rng.pick(street ? STREETS : TOWNS)
  const word = street ? '街道' : `我${place.slice(-1)}`
  return {
    ...region(county + place, word, street ? 'street' : 'town'),
    site: county,
    name: `${county}${place}${street ? '办事处' : '人民政府'}`,
    self: word,
    kind: 'township',
    makesRules: false,
  }
}

/** An invented reporting authority of any level. */
export function inventAuthority(rng: Rng): Authority {
  const city = rng.pick(CITIES)
  const county = rng.weighted<[string, string, Authority['level']]>([
    [[`${city}${rng.pick(DISTRICTS)}`, '我区', 'district'], 4],
    [[rng.pick(COUNTIES), '我县', 'county'], 4],
    [[rng.pick(COUNTY_CITIES), '我市', 'county'], 2],
  ])
  const [name, word, level] = county
  return rng.weighted([
    [() => bureau(region(name, word, level), rng), 40],
    [() => bureau(region(city, '我市', 'city'), rng), 14],
    [() => bureau(region(rng.pick(PROVINCES), '我省', 'province'), rng), 4],
    [() => township(name, rng), 22],
    [() => government(region(name, word, level)), 12],
    [() => government(region(city, '我市', 'city')), 6],
    [() => government(region(rng.pick(PROVINCES), '我省', 'province')), 2],
  ])()
}
