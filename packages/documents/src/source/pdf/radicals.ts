/**
 * Fonts share one drawing between a character and its radical, and PDF writers then name the radical:
 * ⼀ for 一, ⻅ for 见. Each pair is a radical of U+2E80–2EFF and its character; NFKC knows none of them
 * but ⺟ and ⻳; of the Kangxi radicals it makes three traditional characters (戶 for 户). Radicals that are parts only (⺀, ⺗) have no character of their own.
 */
const PAIRS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺚旡⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目' +
  '⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝' +
  '⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟' +
  '⼾户⾭青⿈黄'

const CHARACTERS = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i] ?? '', PAIRS[2 * i + 1] ?? '']),
)

/** The text with CJK radicals (U+2E80–2EFF) and Kangxi radicals (U+2F00–2FDF) made the characters they stand for. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (one) => CHARACTERS.get(one) ?? one.normalize('NFKC'))
}
