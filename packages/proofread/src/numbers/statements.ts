import type { Severity } from '@gongkai/law'

/** A way of saying what a table also says. */
export type Statement = {
  /** What is stated, for the message. */
  readonly name: string
  /** Held against the words before the number, `#`, and the words after it. */
  readonly words: RegExp
  /** The readings under which text and table agree: each is a sum of facts; `*` stands for every row of the group. */
  readonly tables: readonly (readonly string[])[]
  readonly severity: Severity
  /** What the paragraph so far must speak of. */
  readonly about?: RegExp
  /** One kind or part of a whole: it may stand after 其中. */
  readonly isPart?: true
}

const TOTAL =
  '(?:数量|总数|总量|件数|案件|事项)?(?:共计|合计|总计|总共|共有|共|总数为|为|计|达到|达|是|有)?'
const BY =
  '(?:的|各类|任何形式|有效|公民|法人|社会公众|公众|群众|组织|和|及|或|其他|、|提出|提交|向我?[局镇办委区县市]|本机关|依法){0,8}'
const REQUEST =
  '(?:(?:政府|政务)?(?:信息)?公开(?:的)?申请|依申请公开(?:的)?(?:政府信息)?(?:的)?(?:申请|事项|信息|件)?)'
const ABOUT_REQUESTS = /信息公开申请|依申请公开/
const NOT_NEW = '(?<!不予|未)'

const RECEIVED = ['requests/一/总计']
const CARRIED = ['requests/二/总计']
const CONCLUDED = ['requests/三（七）/总计']

/** What the tables 二 to 四 of the form hold and reports say again in words. */
export const STATEMENTS: readonly Statement[] = [
  {
    name: '收到政府信息公开申请数量',
    words: new RegExp(
      `(?:新收|收到|接到|接收|收悉)到?${BY}(?:${REQUEST}${TOTAL}#|#(?:政府)?信息公开申请)`,
    ),
    tables: [RECEIVED, [...RECEIVED, ...CARRIED]],
    severity: 'error',
  },
  {
    name: '受理政府信息公开申请数量',
    words: new RegExp(`(?:受理|登记)${BY}(?:${REQUEST}${TOTAL}#|#(?:政府)?信息公开申请)`),
    tables: [RECEIVED, [...RECEIVED, ...CARRIED], CONCLUDED],
    severity: 'warning',
  },
  {
    name: '政府信息公开申请数量',
    words:
      /^(?:全年|本年度?|今年|年内|20\d{2}年度?|我[局镇办委区县市院])*(?:(?:政府)?信息公开申请|依申请公开(?:申请|件)?)(?:数量|总数|总量)?(?:共计|合计|总计|共|为|有|是)?#$/,
    tables: [RECEIVED, [...RECEIVED, ...CARRIED], CONCLUDED],
    severity: 'warning',
  },
  {
    name: '办理政府信息公开申请数量',
    words: new RegExp(
      `(?:办结|办理|处理|答复|回复)${BY}(?:${REQUEST}${TOTAL}#|#(?:政府)?信息公开申请)`,
    ),
    tables: [CONCLUDED, RECEIVED, [...RECEIVED, ...CARRIED]],
    severity: 'warning',
  },
  {
    name: '上年结转政府信息公开申请数量',
    words: /上一?年度?结转(?:的)?(?:至本年度?)?(?:办理)?(?:政府信息公开)?(?:申请)?(?:数量|共|为)?#/,
    tables: [CARRIED],
    severity: 'error',
    about: ABOUT_REQUESTS,
    isPart: true,
  },
  {
    name: '结转下年度继续办理数量',
    words:
      /结转(?:至)?(?:下|次)一?年度?(?:继续)?(?:办理)?(?:的)?(?:政府信息公开)?(?:申请)?(?:数量|共|为|的有)?#/,
    tables: [['requests/四/总计']],
    severity: 'error',
    about: ABOUT_REQUESTS,
    isPart: true,
  },
  ...[
    ['予以公开', '三（一）'],
    ['部分公开', '三（二）'],
    ['不予公开', '三（三）*'],
    ['无法提供', '三（四）*'],
    ['不予处理', '三（五）*'],
    ['其他处理', '三（六）*'],
  ].map(
    ([words, row]): Statement => ({
      name: `${words}的申请数量`,
      words: new RegExp(
        `${NOT_NEW}${words}(?:的|类|答复|决定)?(?:申请|政府信息)?(?:共|为|的?有)?#`,
      ),
      tables: [[`requests/${row}/总计`]],
      severity: 'error',
      about: ABOUT_REQUESTS,
      isPart: true,
    }),
  ),
  ...[
    ['(?:本机关)?不掌握(?:相关)?(?:政府)?信息', '三（四）1'],
    ['重复申请', '三（五）2'],
    ['信访、?举报、?投诉类(?:申请)?', '三（五）1'],
  ].map(
    ([words, row]): Statement => ({
      name: `第${row}项申请数量`,
      words: new RegExp(`${words}(?:的)?(?:申请)?(?:共|为|的?有)?#`),
      tables: [[`requests/${row}/总计`]],
      severity: 'warning',
      about: ABOUT_REQUESTS,
      isPart: true,
    }),
  ),
  {
    name: '政府信息公开行政复议、行政诉讼数量',
    words:
      /行政复议(?:案件|申请)?[、和及与或](?:被)?(?:提起)?(?:行政)?诉讼(?:案件|事项)?(?:数量)?(?:共计|共|均为|为|有|的)?#/,
    tables: [
      ['remedies/行政复议/总计', 'remedies/未经复议直接起诉/总计', 'remedies/复议后起诉/总计'],
    ],
    severity: 'error',
    about: /信息公开|依申请/,
  },
  {
    name: '政府信息公开行政复议数量',
    words:
      /(?<!或|、|和|及|经)行政复议(?:案件|申请|事项)?(?:数量)?(?:共计|共|为|有|的)?#(?!.{0,6}诉讼)/,
    tables: [['remedies/行政复议/总计']],
    severity: 'error',
    about: /信息公开|依申请/,
  },
  {
    name: '政府信息公开行政诉讼数量',
    words:
      /(?<!或|、|和|及|与)(?<!复议)(?:行政诉讼|提起诉讼)(?:案件|事项)?(?:数量)?(?:共计|共|为|有|的)?#/,
    tables: [['remedies/未经复议直接起诉/总计', 'remedies/复议后起诉/总计']],
    severity: 'error',
    about: /信息公开|依申请/,
  },
  {
    name: '制发行政规范性文件数量',
    words:
      /(?:制发|制定|出台|印发|新制定|新制发|制定出台|制定印发|发布|公布)(?:了)?(?:并公开|并印发|并公布)?行政规范性文件(?:共计|共|数量为|为)?#(?!以上)/,
    tables: [
      ['proactive/行政规范性文件/本年制发件数'],
      ['proactive/规范性文件/本年新制作数量'],
      ['proactive/规范性文件/本年新公开数量'],
    ],
    severity: 'error',
  },
  {
    name: '制发规范性文件数量',
    words:
      /(?:制发|制定|出台|印发|新制定|新制发|制定出台|制定印发|新制作)(?:了)?(?:并公开|并印发|并公布)?规范性文件(?:共计|共|数量为|为)?#/,
    tables: [
      ['proactive/行政规范性文件/本年制发件数'],
      ['proactive/规范性文件/本年新制作数量'],
      ['proactive/规范性文件/本年新公开数量'],
    ],
    severity: 'warning',
  },
  {
    name: '废止行政规范性文件数量',
    words: /废止(?:了)?行政规范性文件(?:共计|共|为)?#/,
    tables: [['proactive/行政规范性文件/本年废止件数']],
    severity: 'error',
  },
  {
    name: '现行有效行政规范性文件数量',
    words: /现行有效(?:的)?行政规范性文件(?:共计|共有|共|为|有)?#/,
    tables: [['proactive/行政规范性文件/现行有效件数']],
    severity: 'error',
  },
  ...['行政许可', '行政处罚', '行政强制'].map(
    (row): Statement => ({
      name: `${row}处理决定数量`,
      words: new RegExp(`作出${row}(?:处理)?决定(?:书)?(?:共计|共|为)?#`),
      tables: [[`proactive/${row}/本年处理决定数量`], [`proactive/${row}/处理决定数量`]],
      severity: 'error',
    }),
  ),
  {
    name: '行政事业性收费金额',
    words: /行政事业性收费(?:金额|收入|总额)?(?:共计|合计|总计|共|为|计)?#/,
    tables: [['proactive/行政事业性收费/本年收费金额（单位：万元）']],
    severity: 'error',
  },
]

/** A clause that says there was none. */
export type ZeroStatement = Pick<Statement, 'name' | 'tables'> & { readonly words: RegExp }

const NONE =
  '(?:未|没有|无|尚未|均未)(?:新)?(?:收到|接到|受理|发生|产生|出现|引发|被申请|被提起|被|有|涉及|接收)?(?:任何)?'
const OF_DISCLOSURE =
  '(?:因|与|关于|由|涉及|针对)?(?:我[局镇办委区县市院]|本机关)?(?:政府|政务)?(?:信息公开|依申请公开)(?:工作|事项|申请|答复|而)?(?:被|而|有关|相关|引起|引发|产生|导致|提起|申请|方面)*(?:的)?'
const END = '(?:案件|申请|情况|事项|的)*(?=[，。；、和及或与]|$)'

/** What counts as 0 without a digit: 未收到政府信息公开申请, 无行政复议. */
export const ZERO_STATEMENTS: readonly ZeroStatement[] = [
  {
    name: '收到政府信息公开申请数量',
    words: new RegExp(
      `(?<!从)${NONE}${BY}(?:(?:政府|政务)?(?:信息)?公开(?:的)?申请|依申请公开(?:的)?(?:政府信息)?(?:的)?(?:申请|事项|信息|件)?)(?:件|事项|表)?(?=[，。；]|$)`,
    ),
    tables: [RECEIVED],
  },
  {
    name: '政府信息公开行政复议数量',
    words: new RegExp(`(?<!从)${NONE}${OF_DISCLOSURE}行政复议${END}`),
    tables: [['remedies/行政复议/总计']],
  },
  {
    name: '政府信息公开行政诉讼数量',
    words: new RegExp(
      `(?<!从)${NONE}${OF_DISCLOSURE}(?:(?:行政)?复议(?:案件|申请)?[、和或及与](?:提起)?)?行政诉讼${END}`,
    ),
    tables: [['remedies/未经复议直接起诉/总计', 'remedies/复议后起诉/总计']],
  },
  {
    name: '收到政府信息公开申请数量',
    words:
      /^(?:全年|本年度?|20\d{2}年度?|我[局镇办委区县市院])*(?:政府)?信息公开申请(?:数量|总数)?为零/,
    tables: [RECEIVED],
  },
]
