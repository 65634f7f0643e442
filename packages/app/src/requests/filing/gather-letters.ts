import { dateText } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import { type LetterEntry, openSealed } from '../letters/content.js'
import { SENDING_WAYS, toLetter } from '../letters/letter.js'
import type { RequestFile } from '../request.js'
import type { Part } from './case-part.js'

type Tx = Transaction<Schema>

/** The letters of a request as they were approved, each with what was done with it: who consented with which words, by which way it went out and what proves that. */
export async function letterParts(
  tx: Tx,
  platform: Platform,
  { id }: RequestFile,
): Promise<Part[]> {
  const rows = await tx
    .selectFrom('request_letter')
    .selectAll()
    .where('request_id', '=', id)
    .where('paper', 'is not', null)
    .orderBy('id')
    .execute()
  const people = await tx.selectFrom('person').select(['id', 'name']).execute()
  const names = new Map(people.map((one) => [one.id, one.name]))
  return rows.flatMap((row) => {
    const { title, documentNumber, approvedOn } = toLetter(row)
    if (!row.paper || !approvedOn) return []
    const { files = [], ...text } = openSealed(platform, row.id, 'paper', row.paper)
    const course = openSealed(platform, row.id, 'course', row.course)
    return [
      {
        title: `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`,
        date: approvedOn,
        blocks: [
          ...letterBlocks(text),
          { kind: 'table', head: COURSE_HEAD, rows: course.map(courseRow(names)) } as const,
        ],
        files: files.map(({ id: file, name }) => ({
          ...{ id: file, name, isPrinted: true },
        })),
        letter: { text, on: approvedOn },
      },
    ]
  })
}

function letterBlocks({
  title,
  documentNumber,
  addressee,
  paragraphs,
  rows,
  attachments,
  signature,
  note,
}: NonNullable<Part['letter']>['text']): Part['blocks'] {
  const center = (text: string) => ({ kind: 'paragraph', text, align: 'center' }) as const
  const right = (text: string) => ({ kind: 'paragraph', text, align: 'right' }) as const
  const plain = (text: string) => ({ kind: 'paragraph', text }) as const
  return [
    ...title.map(center),
    ...(documentNumber ? [center(documentNumber)] : []),
    ...(addressee ? [plain(`${addressee}：`)] : []),
    ...(rows.length > 0 ? [{ kind: 'table', head: ['项目', '内容'], rows } as const] : []),
    ...paragraphs.map(({ text }) => plain(text)),
    ...(attachments.length > 0
      ? [plain(`附件：${attachments.map((one, at) => `${at + 1}．${one}`).join('；')}`)]
      : []),
    right(signature.name),
    ...(signature.date ? [right(signature.date)] : []),
    ...(note ? [plain(note)] : []),
  ]
}

const COURSE_HEAD = ['日期', '办理情况', '办理人', '意见、凭据']

/** A line of the course of a letter. */
function courseRow(names: ReadonlyMap<string, string>) {
  return (
    { state, on, by, way, note, corrected }: LetterEntry,
    at: number,
    all: readonly LetterEntry[],
  ): readonly string[] => {
    const before = all[at - 1]?.state
    const done = way === 'file' ? '' : (DONE[`${before ?? ''} ${state}`] ?? DONE[state])
    const what = joined(corrected ? '更正送出的登记' : done, way && SENDING_WAYS[way].title)
    const was = corrected
      ? `原登记${dateText(corrected.on)}${corrected.proof ? `，${corrected.proof}` : ''}；${corrected.reason}`
      : ''
    const who = by === null ? '申请人' : (names.get(by) ?? '')
    return [dateText(on), what, who, joined(note, was)]
  }
}

function joined(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter(Boolean).join('，')
}

/** What was done, told by the state that it led to and, where that alone does not say, the one before. */
// biome-ignore format: table
const DONE: Readonly<Record<string, string>> = {
  draft:               '退回修改',
  ' draft':            '拟稿',
  inReview:            '送审',
  'inReview inReview': '同意',
  approved:            '制作完成',
  'inReview approved': '同意，签发',
  sent:                '送出',
  served:              '送达',
  returned:            '邮件退回',
  noticed:             '公告送达',
  discarded:           '作废',
}
