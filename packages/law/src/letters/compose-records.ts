import { APPLICANT_KINDS } from '../requests/applicants.js'
import { GROUNDS } from '../requests/grounds.js'
import { CHANNELS } from '../requests/receipt.js'
import type { LetterKind } from './letter-kinds.js'
import { dateText, type LetterParagraph, type LetterRow, law, orBlank, own } from './letter-text.js'
import { ownWords, PART_WORDS } from './part-words.js'
import { periodWords, type Words } from './words.js'

type FormPaper = (words: Words) => {
  readonly paragraphs?: readonly LetterParagraph[]
  readonly rows: readonly LetterRow[]
}

/** Papers that are forms. What is left empty is filled in by hand. */
export const RECORDS = {
  registration: ({ facts, law: { periods } }) => ({
    rows: [
      ['申请编号', facts.request.number],
      ['申请人', facts.request.applicants.join('、')],
      ['申请人类型', APPLICANT_KINDS[facts.request.applicantKind].title],
      ['提交渠道', CHANNELS[facts.request.channel].title],
      ['到达日期', dateText(facts.request.arrivedOn)],
      ['收到申请之日', dateText(facts.request.receivedOn)],
      ['申请内容', orBlank(facts.request.wanted)],
      ['获取信息的形式和途径', orBlank(facts.request.supply)],
      ['答复期限届满日', dateText(facts.request.dueOn)],
      ['联系电话', facts.authority.phone ?? ''],
    ],
    paragraphs: [
      law(
        `答复期限为自收到申请之日起${periodWords(periods.reply, facts).days}（${periodWords(periods.reply, facts).basis}）。申请内容需要补正、征求意见、延长答复期限的，本机关将另行告知，届满日随之变动。`,
      ),
    ],
  }),
  closure: ({ facts, you }) => ({
    rows: [
      ['申请编号', facts.request.number],
      ['申请人', facts.request.applicants.join('、')],
      ['收到申请之日', dateText(facts.request.receivedOn)],
      ['申请内容', orBlank(facts.request.wanted)],
      ['终止办理日期', dateText(facts.on)],
      ['承办人', ''],
      ['政府信息公开工作机构负责人意见', ''],
    ],
    paragraphs: facts.parts.flatMap((part) => {
      const reason = ownWords(part)
      const said = PART_WORDS[part.ground].says(part, GROUNDS[part.ground].title, you)
      return [law(said), ...(reason ? [own(reason)] : [])]
    }),
  }),
  serviceRecord: ({ facts: { request, service } }) => ({
    rows: [
      ['申请编号', request.number],
      ['送达文书名称及文号', orBlank(service?.paper)],
      ['受送达人', orBlank(service?.receiver)],
      ['送达方式', orBlank(service?.way)],
      ['送达地点', service?.place ?? ''],
      ['收件人签名或者盖章', ''],
      ['收件日期', '　　　　年　　月　　日'],
      ['代收人与受送达人的关系及代收理由', ''],
      ['拒收或者留置送达的情况及见证人', ''],
      ['交邮日期及邮件编号', ''],
      ['送达人', ''],
      ['备注', ''],
    ],
  }),
} as const satisfies Partial<Record<LetterKind, FormPaper>>
