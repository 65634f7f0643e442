import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { PAGE, STYLES, textStyle } from '../write/docx-styles.js'
import type { Paper, PaperCell, PaperTable } from './paper.js'

/** The paper as a Word document, in the typefaces that GB/T 9704 names; an office that lacks one sees 宋体. */
export async function writePaperDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title.join(''),
    creator: paper.signature?.name ?? '',
    lastModifiedBy: paper.signature?.name ?? '',
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE },
        footers: {
          default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
          even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
        },
        children: [
          titleOf(paper),
          ...(paper.number
            ? [line(paper.number, { alignment: AlignmentType.CENTER }), blank()]
            : []),
          ...(paper.addressee ? [line(`${paper.addressee}：`, {})] : []),
          ...paper.before.map((text) => body(text)),
          ...(paper.table ? [tableOf(paper.table)] : []),
          ...paper.after.map((text, at) => body(text, at === paper.after.length - 1)),
          ...attachmentsOf(paper),
          ...signatureOf(paper),
          ...(paper.note ? [line('', { keepNext: true }), body(paper.note)] : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const run = (text: string) => new TextRun({ text })
const blank = () => line('', {})
const TWIPS = 20

function titleOf({ title }: Paper): Paragraph {
  const children = title.map((text, at) => new TextRun({ text, ...(at > 0 && { break: 1 }) }))
  return new Paragraph({ heading: HeadingLevel.TITLE, children })
}

function body(text: string, keepNext = false): Paragraph {
  return new Paragraph({ style: 'Body', keepNext, children: [run(text)] })
}

/** A line without indent of its own, but with what `more` gives. */
function line(
  text: string,
  more: Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children'>,
): Paragraph {
  return new Paragraph({ style: 'Body', indent: NO_INDENT, ...more, children: [run(text)] })
}

const NO_INDENT = { firstLine: 0, firstLineChars: 0 }

/** 附件说明: under the text after a blank line, names aligned with the first. */
function attachmentsOf({ attachments }: Paper): Paragraph[] {
  if (attachments.length === 0) return []
  const lines = attachments.map((name, at) => {
    const number = attachments.length > 1 ? `${at + 1}.` : ''
    const hanging = (at === 0 ? 3 : 0) * CHARACTER + (number ? CHARACTER : 0)
    const left = 5 * CHARACTER + (number ? CHARACTER : 0)
    const indent = { left, hanging, firstLineChars: 0 }
    return line(`${at === 0 ? '附件：' : ''}${number}${name}`, {
      indent,
      keepNext: attachments.length <= KEPT_TOGETHER,
      alignment: AlignmentType.LEFT,
    })
  })
  return [line('', { keepNext: true }), ...lines]
}

/** A longer list of attachments may part from the signature; the template of the PDF has the same number. */
const KEPT_TOGETHER = 8

const CHARACTER = 16 * TWIPS

function signatureOf({ signature, note }: Paper): Paragraph[] {
  if (!signature) return []
  const { name, date, nameIndent, dateIndent } = signature
  const right = (text: string, points: number, keepNext: boolean) =>
    line(text, {
      alignment: AlignmentType.RIGHT,
      indent: { ...NO_INDENT, right: Math.round(points * TWIPS) },
      keepNext,
    })
  const space = () => line('', { keepNext: true })
  return [space(), space(), right(name, nameIndent, true), right(date, dateIndent, note !== null)]
}

function tableOf({ widths, size, head, rows }: PaperTable): Table {
  const columns = widths.map((width) => convertMillimetersToTwip(width))
  const heads = head.map((text) => ({ text, isLabel: true, colSpan: 1, rowSpan: 1 }))
  const cells = (some: readonly PaperCell[]) => some.map((one) => cellOf(one, size))
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      ...(head.length > 0
        ? [new TableRow({ tableHeader: true, cantSplit: true, children: cells(heads) })]
        : []),
      ...rows.map(
        ({ height, cells: own }) =>
          new TableRow({
            cantSplit: true,
            height: { value: convertMillimetersToTwip(height), rule: HeightRule.ATLEAST },
            children: cells(own),
          }),
      ),
    ],
  })
}

function cellOf({ text, isLabel, colSpan, rowSpan }: PaperCell, size: number): TableCell {
  const children = text
    .split('\n')
    .map((one, at) => new TextRun({ text: one, size: size * 2, ...(at > 0 && { break: 1 }) }))
  return new TableCell({
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, marginUnitType: WidthType.DXA },
    children: [
      new Paragraph({ alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT, children }),
    ],
  })
}

function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  const children = ['— ', PageNumber.CURRENT, ' —']
  return new Paragraph({
    alignment,
    indent: { left: 14 * TWIPS, right: 14 * TWIPS },
    children: [new TextRun({ ...textStyle('宋体', 14), children })],
  })
}
