import { docxClean, docxNumbered, docxRevised, docxSplit } from './shapes/docx.js'
import {
  htmlBreaks,
  htmlClean,
  htmlDivisions,
  htmlNested,
  htmlPieces,
  htmlWord,
  htmlWrongMeta,
} from './shapes/html.js'
import { htmlSavedPage } from './shapes/html-saved-page.js'
import { markdown, markdownHtml, markdownLost } from './shapes/markdown.js'
import { doc, officePlain, officeRuled, xls } from './shapes/office.js'
import { chromiumPaged, chromiumPlain, chromiumRuled } from './shapes/pdf-chromium.js'
import { typstPlain, typstRuled } from './shapes/pdf-typst.js'
import type { Shape } from './shapes/shape.js'
import { paragraphs, plainCells, tabCells } from './shapes/text-cells.js'
import { encodings } from './shapes/text-encodings.js'
import { gluedRows, gluedTables } from './shapes/text-glued.js'
import { ocrPieces, pagedRows } from './shapes/text-pieces.js'
import { alignedRows, pipeRows, spacedRows, tabRows } from './shapes/text-rows.js'
import { xlsxSheet, xlsxSheets } from './shapes/xlsx.js'

/** Every shape, those first that need no other program. */
export const SHAPES: readonly Shape[] = [
  tabCells,
  paragraphs,
  plainCells,
  tabRows,
  pipeRows,
  alignedRows,
  spacedRows,
  ocrPieces,
  pagedRows,
  gluedRows,
  gluedTables,
  encodings,
  markdown,
  markdownLost,
  markdownHtml,
  htmlClean,
  htmlDivisions,
  htmlNested,
  htmlWord,
  htmlBreaks,
  htmlPieces,
  htmlWrongMeta,
  htmlSavedPage,
  docxClean,
  docxNumbered,
  docxRevised,
  docxSplit,
  xlsxSheet,
  xlsxSheets,
  doc,
  xls,
  chromiumRuled,
  chromiumPlain,
  chromiumPaged,
  officeRuled,
  officePlain,
  typstRuled,
  typstPlain,
]
