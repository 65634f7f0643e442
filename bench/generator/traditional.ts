const PAIRS =
  '总總体體况況动動开開规規许許对對务務项項处處罚罰强強业業费費购購数數决決废廢现現单單万萬会會组組织織构構机機关關计計结結转轉继繼续續办辦无無确確认認获獲请請补補内內类類过過执執询詢区區护護权權属屬国國级級复復议議诉訴讼訟维維纠糾审審报報举舉访訪没沒发發与與问問题題进進为為系係条條时時长長员員额額归歸据據间間见見监監缴繳纳納数數仅僅机機经經终終还還个個门門证證状狀应應当當释釋团團济濟则則变變电電网網页頁传傳统統范範于於这這稳穩后後领領'

const TABLE = new Map<string, string>()
for (let at = 0; at + 1 < PAIRS.length; at += 2) TABLE.set(PAIRS[at] ?? '', PAIRS[at + 1] ?? '')

/** The characters of official labels in traditional script. */
export function toTraditional(text: string): string {
  return [...text].map((char) => TABLE.get(char) ?? char).join('')
}
