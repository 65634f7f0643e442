import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LineRuleType } from 'docx'

/** A4 with the margins of GB/T 9704: 37 mm above, 28 mm at the binding, 156 × 225 mm for the text. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    footer: convertMillimetersToTwip(25),
  },
}

/** A Chinese typeface, with Times New Roman for digits and letters, at a size in points. */
export function textStyle(eastAsia: string, points: number) {
  const font = {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia,
  }
  return { font, size: points * 2 }
}

/** Exact line height in points, as twentieths. */
function lines(points: number) {
  return { line: points * 20, lineRule: LineRuleType.EXACT }
}

/** Two characters of 16 pt: in hundredths of a character, and in twips for programs that do not know that unit. */
const FIRST_LINE = { firstLineChars: 200, firstLine: 640 }

/**
 * The typefaces of official documents: title 小标宋 22 pt, headings 黑体 16 pt, text 仿宋_GB2312 16 pt. Word puts
 * 宋体 where an office has not installed one of them.
 */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...textStyle('仿宋_GB2312', 16), language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { ...textStyle('方正小标宋简体', 22), color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines(32), after: 480 } },
    },
    heading1: {
      run: { ...textStyle('黑体', 16), color: '000000', bold: false },
      paragraph: { indent: FIRST_LINE, keepNext: true, spacing: { ...lines(30), before: 120 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, indent: FIRST_LINE, spacing: lines(28) },
    },
    {
      id: 'Signature',
      name: 'Signature',
      basedOn: 'Normal',
      paragraph: {
        alignment: AlignmentType.RIGHT,
        indent: { end: 640 },
        contextualSpacing: true,
        spacing: { ...lines(28), before: 240 },
      },
    },
    tableStyle('TableText', '宋体'),
    tableStyle('TableHeader', '黑体'),
  ],
}

function tableStyle(id: string, eastAsia: string) {
  return {
    id,
    name: id,
    basedOn: 'Normal',
    run: textStyle(eastAsia, 10.5),
    paragraph: { spacing: { ...lines(16), before: 20, after: 20 } },
  }
}
