import { ok, type Result, refuse } from '@gongkai/law'
import type { Problem } from '@gongkai/report'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import type { Adapter, DocumentRefusal, Source } from '../source.js'
import { blocksOf } from './blocks.js'
import { joinPages } from './continued.js'
import { turnedResidue, withoutMargins } from './margins.js'
import { type OpenPdf, openPdf } from './open.js'
import { type PageContent, readContent } from './page-content.js'
import { pageItems } from './page-items.js'
import { checkPages } from './page-problems.js'
import { checkStreams } from './streams.js'

/** Pages of one file: a report has 3 to 40. */
const MOST_PAGES = 300

/** After so long the reading is given up, in milliseconds. */
const MOST_TIME = 6000

/** Characters of one file: a report of 40 pages has 40 000. */
const MOST_CHARACTERS = 400_000

/**
 * A PDF as lines and tables with their places on the page. Refused where it is no whole PDF, asks for a
 * password, has no text (a scan) or is too long; pages without readable text are named in a problem.
 */
export const readPdf: Adapter = async (bytes) => {
  if (bytes.length === 0) return REFUSALS.empty()
  if (bytes.length > LIMITS.fileBytes) return REFUSALS.tooLarge(bytes.length, LIMITS.fileBytes)
  if (isTruncated(bytes)) return REFUSALS.damaged('末尾缺失，可能只传输了一部分')
  const streams = checkStreams(bytes)
  if (streams.state === 'inflates-too-far') return REFUSALS.inflatesTooFar()
  if (streams.state === 'too-deep') return REFUSALS.tooDeep()
  const opened = await openPdf(bytes)
  if (!opened.ok) return opened
  const contents = await readPages(opened.value)
  await opened.value.close()
  if (!contents.ok) return contents
  const checked = checkPages(contents.value, streams.hasPictures)
  if (!checked.ok) return checked
  const damage = streams.state === 'damaged' ? [DAMAGED_STREAM] : []
  return ok(sourceOf(contents.value, [...damage, ...checked.value]))
}

const DAMAGED_STREAM: Problem = {
  code: 'pdf.damaged-data',
  at: null,
  message: '文件内部有一处数据损坏，可能有内容没有读出。请对照原件核对，或者重新下载完整的文件。',
}

/** A PDF ends with its table of contents and %%EOF; objects after the last of them are what is left of a longer file. */
function isTruncated(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf('%%EOF', undefined, 'latin1')
  return end < 0 || /\d+\s+\d+\s+obj\b/.test(file.toString('latin1', end))
}

async function readPages(pdf: OpenPdf): Promise<Result<PageContent[], DocumentRefusal>> {
  if (pdf.pages > MOST_PAGES) {
    return tooLong(`文件有${pdf.pages}页，超过可读取的上限${MOST_PAGES}页`)
  }
  const started = performance.now()
  const contents: PageContent[] = []
  let characters = 0
  for (let number = 1; number <= pdf.pages; number++) {
    if (performance.now() - started > MOST_TIME || characters > MOST_CHARACTERS) {
      return tooLong('文件内容过于复杂，远远超过一份年度报告')
    }
    const page = await pdf.page(number)
    if (!page) return REFUSALS.damaged(`第${number}页无法读出`)
    const content = readContent(page.operators, page.viewport, page.fontOf)
    contents.push(content)
    characters += content.glyphs.length
  }
  return ok(contents)
}

function tooLong(what: string) {
  return refuse('file.too-large', `${what}，未予读取。请只保留年度报告正文，另存后重新提供。`)
}

function sourceOf(contents: readonly PageContent[], problems: readonly Problem[]): Source {
  const { pages, residue } = withoutMargins(
    contents.map((content, i) => ({ height: content.height, items: pageItems(content, i + 1) })),
  )
  return {
    kind: 'pdf',
    blocks: blocksOf(joinPages(pages)),
    residue: [...residue, ...turnedResidue(contents)],
    problems,
  }
}
