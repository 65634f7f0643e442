import { ok, type Result } from '@gongkai/law'
import type { Problem } from '@gongkai/report'
import { REFUSALS } from '../guards/refusals.js'
import type { DocumentRefusal } from '../source.js'
import type { Glyph } from './glyphs.js'
import type { PageContent } from './page-content.js'

/** Characters that a font does not name: control codes, private use, replacement. */
const UNNAMED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/

/** So many unnamed characters of all make a page unreadable. */
const MOST_UNNAMED = 0.2

/**
 * What of the pages has no readable text, as problems that name the pages; refused where no page has any:
 * a scan, or fonts that do not say which characters they draw.
 */
export function checkPages(
  pages: readonly PageContent[],
  hasPictures: boolean,
): Result<Problem[], DocumentRefusal> {
  const states = pages.map((page) => stateOf(page, hasPictures))
  const numbersOf = (state: PageState) => states.flatMap((one, i) => (one === state ? [i + 1] : []))
  if (!states.includes('text') && !states.includes('recognised')) {
    if (states.includes('unnamed')) return REFUSALS.noText('：字体没有文字编码，无法转成文字')
    return REFUSALS.noText(states.includes('empty') ? '：各页都是图片，是扫描件' : '')
  }
  return ok([
    ...problem('pdf.image-only', numbersOf('empty'), EMPTY),
    ...problem('pdf.unnamed-characters', numbersOf('unnamed'), UNNAMED_MESSAGE),
    ...problem('pdf.turned-text', numbersOf('turned'), TURNED),
    ...problem('pdf.recognised-text', numbersOf('recognised'), RECOGNISED),
  ])
}

const EMPTY = '没有文字，可能是扫描的图片，这部分内容没有读出。请换用由 Word、WPS 直接生成的文件。'
const UNNAMED_MESSAGE =
  '的字体没有文字编码，文字不能可靠读出。请用 Word、WPS 打开原稿重新导出 PDF，或者改用 docx 文件。'
const TURNED = '的文字不是横排正放，没有读出。请将页面转正后重新导出 PDF，或者改用 docx 文件。'
const RECOGNISED =
  '是扫描图片，其文字由识别软件生成，可能有误。请对照原件逐格核对，或者换用 Word、WPS 直接生成的文件。'

type PageState = 'text' | 'blank' | 'empty' | 'unnamed' | 'turned' | 'recognised'

/** Text turned into outlines draws at least so many shapes on a page. */
const OUTLINES = 100

function stateOf(page: PageContent, hasPictures: boolean): PageState {
  const printed = [...page.glyphs, ...page.turned].filter(({ text }) => text.trim() !== '')
  if (printed.length === 0) {
    const isDrawn = page.shapes > OUTLINES || (hasPictures && page.placements > 0)
    return isDrawn ? 'empty' : 'blank'
  }
  const share = (test: (glyph: Glyph) => boolean) => printed.filter(test).length / printed.length
  if (share(({ text }) => UNNAMED.test(text)) > MOST_UNNAMED) return 'unnamed'
  if (share(({ isTurned }) => isTurned) > 0.5) return 'turned'
  return share(({ isHidden }) => isHidden) > 0.5 ? 'recognised' : 'text'
}

function problem(code: string, pages: readonly number[], message: string): Problem[] {
  const [first] = pages
  if (first === undefined) return []
  const at = { kind: 'page', page: first, box: [0, 0, 0, 0] } as const
  return [{ code, at, message: `第${pages.join('、')}页${message}` }]
}
