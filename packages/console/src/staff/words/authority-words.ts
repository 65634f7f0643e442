/** The words of the register of authorities, as its forms and its history show them. */

// biome-ignore format: table
export const KINDS: Readonly<Record<string, string>> = {
  government:  '人民政府',
  department:  '政府部门',
  township:    '乡镇人民政府',
  subdistrict: '街道办事处',
  fieldOffice: '派出机构',
  authorised:  '授权组织',
  other:       '其他',
}

// biome-ignore format: table
export const LEVELS: Readonly<Record<string, string>> = {
  province: '省级',
  city:     '市级',
  county:   '县级',
  township: '乡级',
}

// biome-ignore format: table
export const SEAL_PLACES: Readonly<Record<string, string>> = {
  '':          '未填写',
  onSignature: '署名处',
  none:        '不加盖',
}

/** Each detail in official words, in the order of the form. */
// biome-ignore format: table
export const DETAIL_LABELS = {
  name:          '机关名称',
  shortName:     '简称',
  kind:          '类型',
  level:         '层级',
  creditCode:    '统一社会信用代码',
  regionCode:    '行政区划代码',
  documentCode:  '机关代字',
  address:       '地址',
  postalCode:    '邮政编码',
  phone:         '联系电话',
  fax:           '传真',
  email:         '电子邮箱',
  officeHours:   '办公时间',
  site:          '网站',
  reviewBody:    '行政复议机关',
  court:         '行政诉讼管辖法院',
  sealPlace:     '印章位置',
  establishedOn: '设立日期',
} as const

export type DetailKey = keyof typeof DETAIL_LABELS

export const DETAIL_KEYS = Object.keys(DETAIL_LABELS) as readonly DetailKey[]

// biome-ignore format: table
export const CHANGES: Readonly<Record<string, string>> = {
  renamed:   '更名',
  moved:     '划转',
  merged:    '合并',
  split:     '分设',
  dissolved: '撤销',
}

/** A detail as it is shown. */
export function detailText(key: DetailKey, value: string | null): string {
  if (value === null || value === '') return ''
  if (key === 'kind') return KINDS[value] ?? value
  if (key === 'level') return LEVELS[value] ?? value
  if (key === 'sealPlace') return SEAL_PLACES[value] ?? value
  return key === 'establishedOn' ? dayText(value) : value
}

/** A day as official writing prints it: 2026年1月5日. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The days and month-days in a text as official writing prints them; where it is days alone, with 、 between them. */
export function datesText(text: string): string {
  if (/^\d\d-\d\d$/.test(text)) return dayText(`0-${text}`).slice('0年'.length)
  if (/^(?:\d{4}-\d\d-\d\d ?)+$/.test(text)) return text.split(' ').map(dayText).join('、')
  return text.replaceAll(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g, dayText)
}

const CHINA = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

/** An instant as a clock in China shows it: 2026年1月5日 09:30. */
export function instantText(instant: string): string {
  return CHINA.format(new Date(instant))
}

/** The day in China, as `YYYY-MM-DD`. */
export function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
