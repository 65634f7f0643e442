import type { Problem } from '@gongkai/report'

/** The problem of pages that were drawn in other fonts than their own. */
export function foreignFonts(pages: readonly number[]): Problem[] {
  const [first] = pages
  if (first === undefined) return []
  const at = { kind: 'page', page: first, box: [0, 0, 0, 0] } as const
  const message = `第${pages.join('、')}页的字体没有嵌入文件，已用其他字体代替，个别文字可能显示为方框。请对照原件核对；不符的，请用原软件重新导出 PDF（嵌入字体）。`
  return [{ code: 'pdf.foreign-font', at, message }]
}
