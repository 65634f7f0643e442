import { type AnnualReport, exampleReport, type Finding, type PartKey } from '@gongkai/report'
import { newItem, type ReadItem } from '../src/state/item.js'

/** A file that was read without findings; `changes` are made to its reading, `more` to the item. */
export function readItem(
  id: string,
  changes: Partial<AnnualReport> = {},
  more: Partial<ReadItem> = {},
): ReadItem {
  const reading = { ...exampleReport('2021', []), ...changes }
  const saved = { ...reading, file: `${id}.docx`, sha256: id.padEnd(64, '0'), mediaType: 'docx' }
  const check = {
    ...{ file: saved.file, ruleset: '1', findings: [], notAssessable: [] },
    ...{ rejected: [], problems: [] },
  }
  return { ...newItem(id, new File([], saved.file)), stage: 'read', saved, check, ...more }
}

/** A finding about a stretch of text. */
export function textFinding(part: PartKey, start: number, end: number, rule = 'TYPO-01'): Finding {
  return {
    ...{
      rule,
      severity: 'error',
      message: '有错字',
      at: null,
      says: null,
      shouldBe: null,
      basis: '',
    },
    target: { kind: 'text', part, start, end },
  }
}
