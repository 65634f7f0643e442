const MB = 1_000_000

/** How much of a file is read at most. A published report is 10 kB to 5 MB; the limits stand far above it. */
export const LIMITS = {
  /** Any file, in bytes: a PDF or Word file of full-page pictures stays below. */
  fileBytes: 50 * MB,
  /** Text, Markdown and HTML, in bytes: a page with its pictures inlined stays below. */
  textBytes: 20 * MB,
  /** All parts of a zip together once inflated, in bytes: pictures count too. */
  inflatedBytes: 200 * MB,
  /** One XML part of a zip once inflated, in bytes: 32 MB of WordprocessingML is about 10 000 pages. */
  partBytes: 32 * MB,
  /** Inflated over compressed size of one part; the XML of real tables reaches about 60. */
  inflationRatio: 400,
  /** Parts of one zip: a Word file has 15 and one for each picture. */
  zipEntries: 10_000,
  /** Characters of all lines and cells of a document, blanks at their ends left out: a long report has 30 000. */
  characters: 400_000,
  /** Lines and cells with words in them: a report printed one cell a line has 2000, a saved page twice as many. */
  pieces: 20_000,
  /** Lines of a text: a report has 200 to 2000. */
  textLines: 200_000,
  /** Rows of all tables of an HTML page, a Word file or a workbook together: the form has 60. */
  tableRows: 20_000,
  /** Cells of a workbook, blank ones that only have a border included: the library reads 40 000 a second. */
  sheetCells: 60_000,
  /** Merged cells of a workbook: the form has 30. */
  sheetMerges: 5_000,
  /** Columns a table may span: HTML itself caps a span at 1000. */
  tableColumns: 1_000,
  /** Elements open at once in HTML or XML: browsers nest 512 deep and no deeper. */
  depth: 512,
  /** Nodes of one XML part, some 400 bytes of memory each: a report of 60 pages has 30 000. */
  nodes: 400_000,
  /** Nodes of one HTML page: a report exported by Word has 20 000; broken nesting costs their square. */
  htmlNodes: 150_000,
} as const
