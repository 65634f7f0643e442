/**
 * What every report may say in the same words: the basis, the period, where to download it, the phrases of the
 * Regulation and of the forms. Matched against text without blanks.
 */
// biome-ignore format: table
const BOILERPLATE: readonly RegExp[] = [
  /(?:本报告|本年度报告|现)?(?:是)?(?:根据|依据|按照)《(?:中华人民共和国)?政府信息公开条例》(?:（以下简称[^）]*）)?/g,
  /《中华人民共和国政府信息公开工作年度报告格式(?:（试行）)?》/g,
  /（?国办公开办函〔20\d\d〕\d+号）?/g,
  /(?:第四十九条|第五十条)(?:的?规定)?/g,
  /(?:的)?(?:有关|相关)?(?:规定|要求)?，?(?:编制|制作|撰写)(?:而成|本报告|了?本年度报告)?/g,
  /(?:全文|本报告|报告)?(?:共分为?|由|包括|包含)?总体情况.{0,120}其他需要报告的事项(?:等?[一二三四五六]个?部分)?(?:组成)?/g,
  /(?:本)?(?:年度)?报告中?所列数据的?(?:统计)?期限?.{0,12}1月1日.{0,12}12月31日(?:止)?/g,
  /(?:本)?(?:年度)?报告的?电子版?(?:可|可以)?(?:在|通过|从).{2,60}(?:下载|查阅|查看)/g,
  /如对(?:本)?(?:年度)?报告有(?:任何)?疑问，?(?:欢迎|请)?(?:与|向).{2,60}联系/g,
  /(?:地址|邮编|邮政编码|联系电话|电话|传真|电子邮箱)[:：][^，；。]*/g,
  /(?:坚持)?“?以?公开为常态、?，?不公开为例外”?(?:的原则|原则)?/g,
  /保障公民、法人和其他组织依法获取政府信息(?:的权利)?/g,
  /(?:本年度|本机关|我局|本单位)?(?:无|没有|暂无)其[他它]需要报告的事项/g,
  /(?:本年度|本机关|我局|本单位|全年)*(?:没有|未)(?:发出|产生)?(?:信息处理费)?(?:收费通知|收取信息处理费)/g,
  /收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况|主动公开政府信息情况|存在的主要问题及改进情况|其他需要报告的事项/g,
  /（[一二三四五六七八九十]）(?:主动公开|依申请公开|政府信息管理|(?:政府信息公开)?平台建设|监督保障)(?:情况)?/g,
]

/** So many characters of its author's own make a sentence worth comparing. */
const OWN_WORDS = 6

/** Whether nothing of its author's own is left of a sentence without the official phrases. */
export function isBoilerplate(sentence: string): boolean {
  const text = sentence.replace(/\s+/g, '')
  const own = BOILERPLATE.reduce((rest, phrase) => rest.replace(phrase, ''), text)
  return own.length < text.length && own.replace(/[\p{P}\p{S}]/gu, '').length < OWN_WORDS
}
