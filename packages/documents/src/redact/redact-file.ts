import { ok, type Result } from '@gongkai/law'
import { LIMITS } from '../source/guards/limits.js'
import { sniff } from '../source/sniff/sniff.js'
import { pictureKind } from './picture-size.js'
import type { Redacted, Redactions, RedactRefusal } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'
import { refuseGrounds } from './withheld.js'

/**
 * A file with parts of it withheld (条例第三十七条): PDF and pictures by boxes, Word and Excel by passages. What comes back is a new file; no
 * byte of the given one is in it. Refused where the file is of another kind, encrypted or with macros, where a mark meets nothing, or where
 * its ground is none on which a part can be withheld.
 */
export async function redactFile(
  bytes: Uint8Array,
  redactions: Redactions,
): Promise<Result<Redacted, RedactRefusal>> {
  const marks = [...redactions.boxes, ...redactions.passages]
  if (marks.length === 0) return REDACT_REFUSALS.nothing()
  const wrong = refuseGrounds(marks)
  if (wrong) return wrong
  const redacted = await redactKind(bytes, redactions)
  return redacted.ok ? redacted : inOwnWords(redacted)
}

async function redactKind(
  bytes: Uint8Array,
  redactions: Redactions,
): Promise<Result<Redacted, RedactRefusal>> {
  const known = await kindToRedact(bytes)
  if (!known.ok) return known
  const kind = known.value
  const isDrawn = kind === 'pdf' || kind === 'jpeg' || kind === 'png'
  if (isDrawn && redactions.passages.length > 0) return REDACT_REFUSALS.passagesOnPages()
  if (!isDrawn && redactions.boxes.length > 0) return REDACT_REFUSALS.boxesOnText()
  // Libraries are loaded when the first file needs them.
  switch (kind) {
    case 'jpeg':
    case 'png':
      return (await import('./redact-picture.js')).redactPicture(bytes, kind, redactions)
    case 'pdf':
      return (await import('./redact-pages.js')).redactPages(bytes, redactions)
    case 'docx':
      return (await import('./redact-word.js')).redactWord(bytes, redactions)
    case 'xlsx':
      return (await import('./redact-sheet.js')).redactSheet(bytes, redactions)
  }
}

/** What a file is to be redacted as; refused, with how to make it so, where it cannot be. */
export async function kindToRedact(
  bytes: Uint8Array,
): Promise<Result<'jpeg' | 'png' | 'pdf' | 'docx' | 'xlsx', RedactRefusal>> {
  if (bytes.length > LIMITS.fileBytes) return REDACT_REFUSALS.tooLarge()
  const kind = pictureKind(bytes) ?? (await kindOf(bytes))
  return typeof kind === 'string' ? ok(kind) : inOwnWords(kind)
}

type Refused = { readonly ok: false; readonly refusal: RedactRefusal }

/** What can be redacted, or how to make it so. */
async function kindOf(bytes: Uint8Array): Promise<'pdf' | 'docx' | 'xlsx' | Refused> {
  const kind = await sniff(bytes, '')
  if (!kind.ok) return kind
  switch (kind.value) {
    case 'pdf':
    case 'docx':
    case 'xlsx':
      return kind.value
    case 'doc':
      return REDACT_REFUSALS.saveAs('旧版 Word 文件（doc）', 'docx 或者 PDF')
    case 'xls':
      return REDACT_REFUSALS.saveAs('旧版 Excel 文件（xls）', 'xlsx 或者 PDF')
    default:
      return REDACT_REFUSALS.saveAs('网页和纯文本文件', 'PDF 或者 docx')
  }
}

/** The readers speak of annual reports where a file is too large for them or of another kind. */
function inOwnWords(refused: Refused): Refused {
  switch (refused.refusal.code) {
    case 'file.unsupported':
      return REDACT_REFUSALS.saveAs('这种文件', 'PDF（图片可存为 JPG 或者 PNG，压缩包请先解压）')
    case 'file.too-large':
    case 'file.too-many-rows':
      return REDACT_REFUSALS.tooLarge()
    case 'file.no-text':
      return REDACT_REFUSALS.noText()
    default:
      return refused
  }
}
