import { type Result, refuse } from '@gongkai/law'
import type { DocumentRefusal } from '../source/source.js'
import { acceptReport } from './accept-report.js'
import { decodeUtf8 } from './decode.js'
import type { SavedReport } from './saved-report.js'

/** Reads a saved reading back, with its corrections and waivers. Unknown fields are left out. */
export function readOwnJson(bytes: Uint8Array): Result<SavedReport, DocumentRefusal> {
  const value = parse(decodeUtf8(bytes))
  return value === undefined ? refuse('file.damaged', BROKEN) : acceptReport(value, 'JSON')
}

const BROKEN =
  'JSON文件不完整，或者含有多份报告，无法解析。请确认文件为UTF-8编码、只含一份报告，并已完整保存；仍无法解析的，请由原报告重新导出。'

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
