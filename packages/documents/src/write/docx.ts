import type { SavedReport } from '@gongkai/report'
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableLayoutType,
  TextRun,
  WidthType,
} from 'docx'
import { PAGE, STYLES, textStyle } from './docx-styles.js'
import { tableRows } from './docx-table.js'
import type { PrintedReport, PrintedSection, PrintedTable } from './statutory.js'

/**
 * The report as a Word document: A4 after GB/T 9704, real headings and merged tables, page numbers. Every cell and
 * every paragraph reads back as it stood.
 */
export async function writeDocx(
  printed: PrintedReport,
  { authority }: SavedReport,
): Promise<Uint8Array> {
  const document = new Document({
    title: printed.title,
    creator: authority ?? '',
    lastModifiedBy: authority ?? '',
    styles: STYLES,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(printed.title)] }),
          ...printed.intro.map(paragraph),
          ...printed.sections.flatMap(section),
          ...printed.signature.map(signatureLine),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function section({ heading, paragraphs, table }: PrintedSection): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(heading)] }),
    ...paragraphs.map(paragraph),
    ...(table ? [wordTable(table)] : []),
  ]
}

/** Twips; narrow enough that the columns of 表四 hold two characters side by side. */
const CELL_MARGIN = 40

function wordTable(table: PrintedTable): Table {
  const widths = table.widths.map((width) => convertMillimetersToTwip(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, marginUnitType: WidthType.DXA },
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: tableRows(table),
  })
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ style: 'Body', children: [run(text)] })
}

function signatureLine(text: string): Paragraph {
  return new Paragraph({ style: 'Signature', children: [run(text)] })
}

function run(text: string): TextRun {
  return new TextRun({ text })
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ ...textStyle('宋体', 14), children: ['— ', PageNumber.CURRENT, ' —'] }),
    ],
  })
}
