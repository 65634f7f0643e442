import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { matchesIn } from '../words/text.js'

// A particle twice; right in 目的的, 的的确确, 为了了解, 存在在, 参与与.
const PARTICLE =
  /(?<!目)的的(?!确)|(?<![为除])了了(?!解|结|然|事|之)|(?<![存现所正内外潜实])在在|(?<![总饱温柔平缓])和和(?![美气睦平谐])|于于|被被|把把(?!关|握)/g

// Two to twelve characters twice without a mark between; 一个一个 and 研究研究 are ways of speaking.
const WORD = /(?<word>[\u4e00-\u9fff]{2,12}?)\k<word>/g

const REDUPLICATED = new Set([
  ...['研究', '讨论', '商量', '考虑', '打听', '学习', '沟通', '宣传', '锻炼', '了解', '整理'],
  ...['许多', '好多', '很多', '不断'],
])

// What makes the second copy the beginning of a longer word: 服务服务业, 推进信息信息化, 建设建设用地.
const LONGER_WORD =
  /^(?:化|业|者|员|器|率|性|型|商|用地|对象|单位|部门|机关|主体|平台|窗口|中心|大厅|群众|企业|基层|人员|体系|制度|条例|办法|目录|项目|工作者|村)/

/** Words and particles that were typed or pasted twice. */
export function repeatedWords({ parts }: ProofreadInput): Draft[] {
  return [
    ...matchesIn(parts, PARTICLE).map(({ part, groups, start, end }) =>
      draftAt(part, [start, end], {
        severity: 'warning',
        message: `“${groups[0].charAt(0)}”字重复。`,
        shouldBe: groups[0].charAt(0),
      }),
    ),
    ...matchesIn(parts, WORD).flatMap(({ part, groups, start, end }) => {
      const { word = '' } = groups.groups ?? {}
      if (isReduplication(word, part.text.slice(end)) || isGovernments(part.text, start)) return []
      return [
        draftAt(part, [start, end], {
          severity: 'warning',
          message: `“${word}”重复，请删去其一。`,
          shouldBe: word.length > 2 ? word : null,
        }),
      ]
    }),
  ]
}

/** 人民政府政府信息公开指南: the government's own, and then the word. */
function isGovernments(text: string, start: number): boolean {
  return (
    /(?:人民|[省市州县区旗镇乡])$/.test(text.slice(Math.max(0, start - 2), start)) &&
    text.startsWith('政府政府信息', start)
  )
}

function isReduplication(word: string, next: string): boolean {
  if (/^[一两每逐]/.test(word) || REDUPLICATED.has(word)) return true
  if (new Set(word).size === 1) return true
  return word.length === 2 && LONGER_WORD.test(next)
}
