import type { Withheld } from '../redact/redaction.js'
import { withheldRows } from '../redact/withheld.js'
import { cell, type Paper } from './paper.js'

/** Of what an index of what is withheld tells. */
export type WithheldIndex = {
  readonly authority: string
  readonly requestNumber: string
  /** The file as it is called. */
  readonly file: string
  readonly withheld: readonly Withheld[]
}

/** 不予公开内容目录: each covered place with its ground and provision, and nothing of the words. */
export function withheldPaper({ authority, requestNumber, file, withheld }: WithheldIndex): Paper {
  const [head = [], ...rows] = withheldRows(withheld)
  return {
    title: [authority, '不予公开内容目录'],
    number: null,
    addressee: null,
    before: [
      `申请编号：${requestNumber}。文件：${file}。共遮盖${withheld.length}处，序号与文件中遮盖处所标的一致。`,
    ],
    table: {
      widths: [12, 34, 44, 42, 24],
      size: 9,
      head,
      rows: rows.map((row) => ({
        height: 6.5,
        cells: row.map((text, index) => cell(text, index === 0)),
      })),
    },
    after: [],
    attachments: [],
    signature: null,
    note: null,
  }
}
