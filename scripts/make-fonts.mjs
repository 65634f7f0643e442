// Makes the fonts that the PDF writer ships: subsets of Noto Serif SC and Noto Sans SC (both OFL 1.1).
// Run by hand when the set of characters changes: `node scripts/make-fonts.mjs`. It needs the package
// registry; what it fetches goes to a temporary folder and is no dependency of the project. The characters
// that both fonts have are listed in `characters.txt`; the PDF writer replaces all others visibly.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = [
  '@expo-google-fonts/noto-serif-sc@0.4.3',
  '@expo-google-fonts/noto-sans-sc@0.4.3',
  'subset-font@2.9.0',
]

const FONTS = [
  {
    family: 'noto-serif-sc',
    file: '400Regular/NotoSerifSC_400Regular.ttf',
    to: 'NotoSerifSC-Regular',
  },
  { family: 'noto-sans-sc', file: '500Medium/NotoSansSC_500Medium.ttf', to: 'NotoSansSC-Medium' },
]

// Names of people and places that GB 2312 lacks, by radical.
const NAMES = [
  '玥玙玚玘玠玢玹珅珉珒珖珝珣珵珺珽琎琇琏琤琦琨琭琯琰琲琸瑀瑄瑆瑔瑗瑛瑢瑧瑭瑱瑨璁璆璈璋璎璐璘璜璟璠璥璨璩璪璲瓅瓒瓛',
  '昇昉昕昑昱昳昶晗晞晟晢晥晫晳暄暅暐暕暘暲暾曈曌曦曜旸旼旻昃昜昪昫昽晔晙晛晧晪晸',
  '淏淼淯淳渟渼湉湑湜湲溁溍溦溱滢漷潆潞潾澍澔澧澴濂濛瀍瀚灏汭汨沄沅沇沘沚沨泂泃泜泠洄洑洣洨洳洸浐浔浕浛浠浥浯涢涞淇淠淦淴渌渫湫湨湴湾溆溇溠溧溪滉滏滧滹漈漉漯漳潏潢潵潩澛澥澪濉濋濮瀛瀣瀼',
  '炆炘炜炟炣炫烔烜烨焓焜焱煊煐煜煴熠熳熵熹燊燚燏燨燮爔爟',
  '堃垚垲埕埭埇堽塅塘塬墀墉墚墦坉坨坬坭坻坜坞坩坪坫垄垅垌垓垟垭垯垱垴垵埌埗埘埙埚埝埫埼堉堌堎堐堨堼塆塝墁墈墕',
  '喆啰哿嚞囍甯寯崟嵘嵩嵚崮崾嶂嶷岽峁峂峄峇峋峒峣峤峧峪崀崂崆崤崦崧崴嵎嵋嵖嵫嵬嵯嶓岈岍岙岚岞岢岫岬岷岵峃峘峛峿崌崚嵊嵕',
  '祎祐祜祚祯祺禔禛禤禧禩秾稑稔穆穗',
  '翀翃翊翎翙翚翛翦翯翾羿',
  '芃芊芮芷芾苒苕茆茌茖茗茜荇荏荘荭莜莹莙莳莘莛菀菡菖菏菪萁萱萸葳蒗蒴蓁蓥蓼蔚蕖蕤薇薏薰藁藜蘅蘧蘩苧苳茀茚茼荃荥荦荪荬莅莒莪菂菼萳葑蒇蒽蔌蕲',
  '赟贇贠贤赆骉骎骐骕骙骞骢骥骦骧犇',
  '钊钏钐钗钭钰钲钶钺铄铉铎铖铚铧铱铼锃锜锟锠锴镆镇镐镒镔镕镛镝镠镤镨镬钜鈊鉷鋆錡鎏鑫',
  '頔颀颋颎颙颢顼韫韪韶韬雯雱霁霄霈霖霨靓靖婳婼婵妘妤妍妧妫妲姒姝姞姣姮娀娅娉娓娟娴婕婍婧媖嫄嫒嫕嫘嫚嬿孖',
  '偲伃伋伣伭伾佺佶佾侁侃侑侔俅俣俶倓倞倢倧倬偁偀傃傒僖儆儇儋仝仡佤佰佘佟佴侴俍',
  '栒栐桢桤桄桁桕栱梽梾棂棐棨棪棻椤楙楠楣榕榘榛榧榳樊樨橦檀櫆杬杺杻杼枥枧枘枞柁柃柈柊柘柢柽栎栌栝栳桠桷槚槱橹橪槿欃',
  '邑邕邗邛邝邟邡邢邨邬邯邰邱邳邵邶邸邽郁郃郄郅郇郈郊郏郐郗郚郛郜郝郡郢郤郦郧郪郫郯郾鄀鄂鄄鄅鄌鄏鄘鄚鄜鄞鄠鄢鄣鄯鄱鄹酃酆',
  '闫闰闵闶闼阆阈阊阌阗阛阒阚阡阱阽陂陉陔陟陬隈隗隍隰隽隹雒雎',
  '镸镹长鲘鲃鲀鲂鲅鲇鲉鲍鲛鲡鳅鳌鳡鳤鸢鸬鹓鹔鹛鹭鹮麴麓麒麟黟黉黼黻龑龢龘',
  '媄媞媺嫈嫃嬛旂旃旌旎旖旗旭弢弨弭弼彧彣彤彬彦彪徕徵忞忻怡恂恒恺悌悦惇惟慜慷懿憙戬扬抟挲捷掞揆揄揖揳搏搢撝敉敔斐斓斝於',
  '朏朐朓朕朗朝胤胥脩腾膺臑臻舒舜艳艺虓虔虢虬蚌蚬蛟蜀衎衍衔衡裔裘裕裴褀褚襄觐觊觎觞訚訢訸诇诏诒诓诔诠诜诩诰诹诺谆谌谔谖谙谞谟谡谧谯豫豳',
  '轩轫轭轲轳轵轶轸轺轼辂辀辉辋辎辐辔辚迦迪迓迤迥迨迩迮迺逄逊逖逡逢逯逵逶逸遄遐遑遘遨遵邃邈',
].join('')

// Marks that officials put into reports, and 〓 that stands for a character the fonts do not have.
const MARKS =
  '〓〔〕【】《》〈〉「」『』“”‘’—…·•※№℃‰％＋－×÷±≥≤≠≈√○●◎□■△▲▽▼☆★→←↑↓⇒√×✓✔①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ㎡㎏㎜㎝㏄²³¹½¼¾°′″￥¥£€©®™–−'

/** All characters of GB 2312, read off the decoder of GB 18030, and printable ASCII. */
function gb2312() {
  const decoder = new TextDecoder('gb18030')
  const pairs = []
  for (let high = 0xa1; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) pairs.push(high, low)
  const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
  return ascii + decoder.decode(Uint8Array.from(pairs)).replace(/[\ufffd\ue000-\uf8ff]/g, '')
}

/** The few ideographs past U+FFFF that Noto has are those of the 通用规范汉字表. */
const SUPPLEMENTARY = { first: 0x20000, last: 0x323af }

function charactersToKeep() {
  const { first, last } = SUPPLEMENTARY
  const supplementary = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return gb2312() + NAMES + MARKS + supplementary.map((code) => String.fromCodePoint(code)).join('')
}

/** The code points that a TrueType font maps to a glyph, read off its `cmap` subtable of format 12. */
function codePoints(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tag = (at) => String.fromCharCode(...font.subarray(at, at + 4))
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + at * 16)
  const cmap = view.getUint32(tables.find((at) => tag(at) === 'cmap') + 8)
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, at) => cmap + 4 + at * 8)
  const start = subtables
    .map((at) => cmap + view.getUint32(at + 4))
    .find((at) => view.getUint16(at) === 12)
  const groups = Array.from({ length: view.getUint32(start + 12) }, (_, at) => start + 16 + at * 12)
  return new Set(
    groups.flatMap((at) => {
      const [first, last] = [view.getUint32(at), view.getUint32(at + 4)]
      return Array.from({ length: last - first + 1 }, (_, step) => first + step)
    }),
  )
}

const out = fileURLToPath(new URL('../packages/documents/fonts/', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'gongkai-fonts-'))
try {
  writeFileSync(join(work, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: work })
  const subsetFont = createRequire(join(work, 'package.json'))('subset-font')
  const fonts = join(work, 'node_modules/@expo-google-fonts')
  mkdirSync(out, { recursive: true })
  const text = charactersToKeep()
  const covered = []
  for (const { family, file, to } of FONTS) {
    const whole = readFileSync(join(fonts, family, file))
    const bytes = await subsetFont(whole, text, { targetFormat: 'truetype' })
    writeFileSync(join(out, `${to}.ttf`), bytes)
    copyFileSync(join(fonts, family, 'LICENSE_FONT'), join(out, `${to}.OFL.txt`))
    covered.push(codePoints(bytes))
    console.log(`${to}  ${(bytes.length / 1e6).toFixed(1)} MB`)
  }
  const inAll = [...covered[0]].filter((code) => covered.every((codes) => codes.has(code)))
  const characters = String.fromCodePoint(...inAll.sort((a, b) => a - b))
  writeFileSync(join(out, 'characters.txt'), characters)
  console.log(`characters.txt  ${inAll.length}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
