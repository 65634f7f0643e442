import { localDate } from '@gongkai/law'
import {
  type Cell,
  FORMS,
  type FormId,
  type SavedReport,
  toCell,
  unreadCell,
} from '@gongkai/report'

const SECTION_TEXTS = [
  '2023年，我局认真贯彻《中华人民共和国政府信息公开条例》，全年主动公开政府信息214条。\n（一）主动公开。公开规范性文件2件。\n（二）监督保障。培训3次。',
  '',
  '',
  '',
  '一是解读形式不够丰富。二是更新不够及时。\n下一步，将配齐专职人员。',
  '本年度未发出收费通知。<b>&"引号" $x$ #set text(red) *粗* _斜_ @a [b] \\ // 注',
] as const

const HEADINGS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const

const NOS = ['一', '二', '三', '四', '五', '六'] as const

/** Prints that stand in the cells from the first on; `null` is an unread cell. The rest is 0. */
const PRINTS: Readonly<Record<FormId, readonly (string | null)[]>> = {
  '2019': ['0', '', '/', '2', '3', '15', '46', '+12', '1,204', '无', '-3', null, '7', '-13', '2'],
  '2021': ['0', '', '/', '2', '9', '14', '1,204', '=1+1', null, '38.50'],
}

/** An invented report with a cell of every state, and text that would be markup elsewhere. */
export function sampleReport(form: FormId): SavedReport {
  const year = form === '2019' ? 2020 : 2023
  const prints = PRINTS[form]
  const cells = FORMS[form].cells.map((spec, at): Cell => {
    const place = {
      kind: 'line',
      line: 10 + at,
      column: 2,
      endLine: 10 + at,
      endColumn: 3,
    } as const
    const print = at < prints.length ? (prints[at] ?? null) : '0'
    return print === null ? unreadCell(spec, '7 8', place) : toCell(spec, print, place, at === 3)
  })
  return {
    file: '嘉禾市财政局.txt',
    sha256: '3b'.repeat(32),
    mediaType: 'text/plain',
    form,
    title: `嘉禾市财政局${year}年政府信息公开工作年度报告`,
    authority: '嘉禾市财政局',
    year,
    intro: '本报告根据《中华人民共和国政府信息公开条例》编制，数据统计期限为1月1日至12月31日。',
    sections: NOS.map((no, at) => ({
      no,
      title: HEADINGS[at] ?? '',
      heading: `${no}、${HEADINGS[at]}`,
      text: SECTION_TEXTS[at] ?? '',
    })),
    cells,
    signature: `嘉禾市财政局\n${year + 1}年1月15日`,
    signedOn: localDate(`${year + 1}-01-15`),
    publishedOn: null,
    figures: [
      {
        part: 'section/一',
        start: 34,
        end: 38,
        raw: '214条',
        value: 214,
        unit: '条',
        subject: '主动公开政府信息',
      },
    ],
    labels: [{ table: 'requests', label: '总计', printed: '总 计', kind: 'spaced', at: null }],
    residue: [
      { kind: 'page-number', text: '- 3 -', at: { kind: 'page', page: 3, box: [1, 2, 3, 4] } },
    ],
    problems: [{ code: 'cell.unread', at: null, message: '有1个单元格未能读出。' }],
    trace: [
      {
        part: 'title',
        start: 0,
        end: 10,
        at: { kind: 'paragraph', paragraph: 1, start: 0, end: 10 },
      },
    ],
    corrections: [
      {
        target: { kind: 'cell', cell: { table: 'requests', row: '一', column: '自然人' } },
        from: '0',
        to: '1',
        reason: '漏填',
      },
    ],
    waivers: [{ rule: 'ARI-01', target: { kind: 'report' }, reason: '经核实无误' }],
  }
}
