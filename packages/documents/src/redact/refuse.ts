import { refuse } from '@gongkai/law'

/** Refusals of redaction, each with what to do. */
export const REDACT_REFUSALS = {
  nothing: () =>
    refuse('redact.nothing', '没有指定要遮盖的内容。请先标出要遮盖的位置，并逐处登记依据。'),
  noSuchPlace: (which: string) =>
    refuse(
      'redact.no-such-place',
      `${which}在文件中没有对应的内容，未生成遮盖件。请重新打开文件，在显示的位置上标注。`,
    ),
  boxesOnText: () =>
    refuse(
      'redact.wrong-way',
      'Word、Excel 文件按文字和单元格遮盖。需要用方框遮盖的，请先另存为 PDF，再对 PDF 遮盖。',
    ),
  passagesOnPages: () =>
    refuse('redact.wrong-way', 'PDF 和图片按方框遮盖。请在页面上画出要遮盖的区域。'),
  saveAs: (what: string, as: string) =>
    refuse('redact.unsupported', `不能直接遮盖${what}。请另存为 ${as} 后重新提供。`),
  macros: () =>
    refuse(
      'redact.macros',
      '文件中带有宏，未予遮盖。请在 Word、WPS 或 Excel 中另存为不带宏的 docx、xlsx 后重新提供。',
    ),
  uncalculated: (cell: string) =>
    refuse(
      'redact.uncalculated',
      `${cell}的公式没有计算结果，无法只保留数值。请用 Excel、WPS 打开文件，重新计算并保存后再提供。`,
    ),
  tooLarge: () =>
    refuse(
      'redact.too-large',
      '文件过大，超过一次可以处理的范围，未予处理。请拆分为几个文件后分别处理。',
    ),
  noText: () =>
    refuse(
      'redact.unsupported',
      '文件中没有文字，可能只有图片，不能按文字遮盖。请另存为 PDF，再用方框遮盖。',
    ),
  tooManyPages: (pages: number, most: number) =>
    refuse(
      'redact.too-large',
      `文件有${pages}页，超过一次可以处理的${most}页。请拆分为几个文件后分别处理。`,
    ),
  tooManyPixels: () =>
    refuse('redact.too-large', '图片的尺寸过大，未予处理。请缩小到每边不超过 10000 点后重新提供。'),
} as const
