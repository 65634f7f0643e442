import {
  type Citation,
  citationText,
  cite,
  type DecidedPart,
  GROUNDS,
  type Ground,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import type { Schema } from '../../storage/schema.js'
import type { JudgedFinding } from '../letters/word-letter.js'
import type { KeptFile } from '../request-files.js'
import { type MaterialRow, unsealMaterial } from './material.js'
import { originalOf } from './read-materials.js'

/** What goes with a letter: as it is printed under 附件, the files, and what keeps it from going. */
export type Attached = {
  readonly names: readonly string[]
  readonly files: readonly KeptFile[]
  readonly findings: readonly JudgedFinding[]
}

/** The documents of `ids` as they go with a letter of these grounds. Only what is finished goes: redacted and looked at, or given as it is. */
export async function attachedOf(
  tx: Transaction<Schema>,
  platform: Platform,
  { request_id, grounds }: { readonly request_id: string; readonly grounds: readonly Ground[] },
  ids: readonly string[],
): Promise<Attached> {
  if (ids.length === 0) return { names: [], files: [], findings: [] }
  const rows = await tx
    .selectFrom('request_material')
    .selectAll()
    .where('request_id', '=', request_id)
    .where('id', 'in', ids)
    .where('state', '<>', 'removed')
    .execute()
  const each = ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    return row ? goesWith(platform, row, grounds) : GONE
  })
  return {
    names: each.flatMap(({ names }) => names),
    files: each.flatMap(({ files }) => files),
    findings: each.flatMap(({ findings }) => findings),
  }
}

/** Holds the documents of a request as they are until the transaction ends. */
export async function holdMaterials(tx: Transaction<Schema>, requestId: string): Promise<void> {
  await tx
    .selectFrom('request_material')
    .select('id')
    .where('request_id', '=', requestId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

function goesWith(platform: Platform, row: MaterialRow, grounds: readonly Ground[]): Attached {
  const name = withoutEnding(row.name)
  if (row.state === 'whole') return { names: [name], files: [originalOf(row)], findings: [] }
  const result = unsealMaterial(platform, row, 'result')
  if (row.state !== 'checked' || !result?.ok) {
    const message = `附件“${row.name}”的遮盖件还没有生成或者核对，不能随文书发出。请先在“拟公开材料”中办理；全文公开的，请登记全文公开。`
    return {
      names: [name],
      files: [],
      findings: [finding('RED-01', message)],
    }
  }
  const strange = [...new Set(result.withheld.map(({ ground }) => ground))].filter(
    (ground) => !grounds.includes(ground),
  )
  const { file, index } = result
  return {
    names: [file, index].map((one) => withoutEnding(one.name)),
    files: [file, index],
    findings: strange.map((ground) => {
      const { title, basis } = GROUNDS[ground]
      const message = `附件“${row.name}”以“${title}”为依据遮盖了内容，而登记的决定中没有这一依据。请补充登记这一部分的决定，或者更正遮盖的依据。`
      return finding('RED-02', message, 'error', basis)
    }),
  }
}

/** 随本答复提供、附后、附件; to be fetched from the page of the request. */
const PROMISED = /随本?(?:答复|函|文|件)|随附|附后|附件/
const FETCHED = /^(?!.*(?:网站|网址|https?:)).*下载/

/** What a letter says that it brings along, and does not. */
export function promisedOf(
  parts: readonly DecidedPart[],
  { names, files }: { readonly names: readonly string[]; readonly files: readonly KeptFile[] },
): readonly JudgedFinding[] {
  return parts
    .filter(({ ground }) => ground === 'disclosed' || ground === 'partlyDisclosed')
    .flatMap(({ what, where = '' }) => {
      const lacks = `文书写明“${what}”${where}，但没有选择随文书提供的材料`
      const how =
        '请先在“拟公开材料”中添加，部分公开的完成遮盖并核对，再在拟稿中选择；以其他方式提供的，请改写提供的方式'
      if (names.length === 0 && PROMISED.test(where))
        return [finding('RED-03', `${lacks}，也没有写明其他附件。${how}，或者写明其他附件。`)]
      if (files.length > 0 || !FETCHED.test(where)) return []
      return [finding('RED-03', `${lacks}，申请人没有可以下载的文件。${how}。`, 'warning')]
    })
}

const GONE: Attached = {
  names: [],
  files: [],
  findings: [finding('RED-01', '有一份附件已经移除，请修改拟稿，重新选择附件。')],
}

function finding(
  rule: 'RED-01' | 'RED-02' | 'RED-03',
  message: string,
  severity: JudgedFinding['severity'] = 'error',
  basis: Citation = cite('OGI-2019', 37),
): JudgedFinding {
  const of = { at: { part: 'letter' }, says: null, waived: null } as const
  return { rule, severity, message, basis: citationText(basis), ...of }
}

function withoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
}
