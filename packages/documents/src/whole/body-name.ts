/** How the name of a body ends that reports. */
const BODY =
  /^[\u4e00-\u9fff（）()·、]{1,40}(?:政府|局|委|委员会|办|办公[室厅]|办事处|处|厅|院|署|街道|镇|乡|苏木|中心|所|队|大队|支队|站|公司|集团|大学|学院|学校|小学|中学|银行|社|馆|台|部|会|关|行|园区?|新区|开发区|[省市县区旗州盟])(?:[关關]于)?$/

/** Entries of menus that end like a name. */
const MENU =
  /^(?:新闻|服务|办事|信息|资讯|数据|下载|互动|政务服务|帮助|个人|用户|会员|融媒体)中心$|大厅$|平台$|园地|^(?:本|各|其他)|^(?:首页|网站|政务公开|政府信息公开|信息公开|公开)|(?:部门|地区|专区|专题|导航|机关)$/

/** The name of a body that a line holds and nothing else, null where it holds none. */
export function bodyName(line: string): string | null {
  const plain = line.replace(/[\s\u3000]/g, '')
  return plain.length >= 3 && BODY.test(plain) && !MENU.test(plain) ? plain : null
}
