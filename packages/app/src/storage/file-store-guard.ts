import { inflatePart, listZip } from '@gongkai/documents'
import { type Refusal, refuse } from '@gongkai/law'
import type { Scanner } from './clamd.js'
import type { FileStore } from './file-store.js'

export type IntakeRefusal = Refusal<'file.macros' | 'file.infected' | 'file.not-scanned'>

/** A file that is not kept. It is thrown, so that no way in can overlook it; whoever answers the request answers its refusal. */
export class FileRefused extends Error {
  constructor(
    readonly refusal: IntakeRefusal,
    cause?: unknown,
  ) {
    super(refusal.message, { cause })
  }
}

/** A store that looks at what comes in. */
export type GuardedStore = FileStore & {
  /** Throws {@link FileRefused} where these bytes may not be kept. `put` asks it; whoever puts them sealed asks before, because nobody can look into what is sealed. */
  readonly inspect: (bytes: Uint8Array) => Promise<void>
}

/**
 * The store behind its guards: what carries macros is not kept, nor what the scanner finds something in; where the scanner does not answer, nothing is
 * kept. Size, type and what a file inflates to are looked at where it is read. Without a scanner none is asked.
 */
export function guardedStore(store: FileStore, scan: Scanner | null): GuardedStore {
  const inspect = async (bytes: Uint8Array) => {
    if (hasMacros(bytes)) throw new FileRefused(MACROS)
    if (scan) await refuseInfected(scan, bytes)
  }
  return {
    ...store,
    inspect,
    async put(bytes) {
      await inspect(bytes)
      return store.put(bytes)
    },
  }
}

async function refuseInfected(scan: Scanner, bytes: Uint8Array): Promise<void> {
  const { found } = await scan(bytes).catch((fault) => {
    throw new FileRefused(NOT_SCANNED, fault)
  })
  if (found !== null) throw new FileRefused(infected(found))
}

/** In a zip the name of the part that holds macros, in a compound file (doc, xls) the name of its storage in UTF-16. */
const ZIP = { begins: Buffer.from('PK\x03\x04'), holds: Buffer.from('vbaProject.bin') }
/** The part may have any name; its type has not. */
const TYPES = '[Content_Types].xml'
const MACRO_TYPES = /vnd\.ms-office\.vbaProject|macrosheet\+xml/i
const COMPOUND = {
  begins: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  holds: Buffer.from('_VBA_PROJECT', 'utf16le'),
}

function hasMacros(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isThere = ({ begins, holds }: typeof ZIP) =>
    file.subarray(0, begins.length).equals(begins) && file.includes(holds)
  return isThere(ZIP) || isThere(COMPOUND) || MACRO_TYPES.test(typesOf(file))
}

/** What the parts of an Office file are said to be; nothing for what is none. */
function typesOf(file: Buffer): string {
  if (!file.subarray(0, ZIP.begins.length).equals(ZIP.begins)) return ''
  const entries = listZip(file)
  const entry = entries.ok ? entries.value.get(TYPES) : undefined
  const part = entry && inflatePart(file, entry)
  return part ? Buffer.from(part).toString() : ''
}

const MACROS = refuse(
  'file.macros',
  '文件中带有宏，没有接收。请在 Word、WPS 或 Excel 中另存为不带宏的 docx、xlsx 后重新提供。',
).refusal

const NOT_SCANNED = refuse(
  'file.not-scanned',
  '病毒查杀服务没有应答，文件没有接收。请稍后重试；仍不成功的，请与系统管理员联系。',
).refusal

function infected(name: string): IntakeRefusal {
  return refuse(
    'file.infected',
    `查杀发现文件带有病毒（${name}），没有接收。请清除病毒后重新提供，并检查制作文件的计算机。`,
  ).refusal
}
