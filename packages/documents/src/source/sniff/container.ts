import { ok, type Result } from '@gongkai/law'
import { openCompound } from '../guards/cfb.js'
import { REFUSALS } from '../guards/refusals.js'
import { listZip, type ZipEntry } from '../guards/zip.js'
import type { DocumentRefusal, MediaKind } from '../source.js'

/** What a zip is, by the parts it holds. */
export function sniffZip(bytes: Uint8Array): Result<MediaKind, DocumentRefusal> {
  const zip = listZip(bytes)
  if (!zip.ok) return zip
  const names = [...zip.value.keys()]
  const kind = zipKind(names)
  if (kind && isEncrypted(zip.value)) return REFUSALS.encrypted()
  return kind ? ok(kind) : refuseForeign(names)
}

/** What a compound file (the container of Office 97) is, by its root streams. */
export function sniffCompound(bytes: Uint8Array): Result<MediaKind, DocumentRefusal> {
  const compound = openCompound(bytes)
  if (!compound) return REFUSALS.damaged('文件内部目录无法读取')
  const { streams } = compound
  if (streams.has('EncryptedPackage')) return REFUSALS.encrypted()
  if (streams.has('WordDocument')) return ok('doc')
  if (streams.has('Workbook') || streams.has('Book')) return ok('xls')
  if (streams.has('PowerPoint Document')) return REFUSALS.unsupported('PowerPoint 演示文稿')
  return REFUSALS.unsupported('这种格式的文件')
}

function zipKind(names: readonly string[]): MediaKind | null {
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx'
  if (names.some((name) => name === 'xl/workbook.xml')) return 'xlsx'
  return null
}

function isEncrypted(entries: ReadonlyMap<string, ZipEntry>): boolean {
  return [...entries.values()].some((entry) => entry.isEncrypted)
}

function refuseForeign(names: readonly string[]): Result<never, DocumentRefusal> {
  if (names.includes('OFD.xml')) return REFUSALS.unsupported('OFD 版式文件')
  if (names.includes('xl/workbook.bin')) return REFUSALS.unsupported('xlsb 工作簿')
  if (names.some((name) => name.startsWith('ppt/'))) {
    return REFUSALS.unsupported('PowerPoint 演示文稿')
  }
  if (names.includes('content.xml')) return REFUSALS.unsupported('OpenDocument 文档')
  return REFUSALS.archive()
}
