import { type Result, refuse } from '@gongkai/law'
import type { Place, Section, Trace } from '@gongkai/report'
import type { DocumentRefusal } from '../source/source.js'
import { acceptReport } from './accept-report.js'
import { decodeUtf8 } from './decode.js'
import type { SavedReport } from './saved-report.js'
import { parseXml, type XmlElement } from './xml-format.js'

/** Reads our XML back. Cells and texts have their place in the XML; what XML does not carry is empty. */
export function readOwnXml(bytes: Uint8Array): Result<SavedReport, DocumentRefusal> {
  const text = decodeUtf8(bytes)
  const root = text === null ? null : parseXml(text)
  return root ? acceptReport(toReport(root), 'XML') : refuse('file.damaged', BROKEN)
}

const BROKEN =
  'XML文件不完整，或者不是本系统导出的年度报告，无法解析。请确认文件为UTF-8编码、不含DOCTYPE声明，并已完整保存；仍无法解析的，请由原报告重新导出。'

/** As the schema of a reading wants it; `acceptReport` holds it against that schema. */
function toReport(root: XmlElement) {
  const {
    file,
    sha256 = null,
    mediaType = null,
    form,
    year,
    signedOn,
    publishedOn,
  } = root.attributes
  const sections = root.all('sections', 'section').map(toSection)
  const texts = {
    title: root.text('title'),
    intro: root.text('intro') ?? '',
    signature: root.text('signature'),
  }
  return {
    file,
    sha256,
    mediaType,
    form,
    authority: root.text('authority'),
    year: toNumber(year),
    signedOn: signedOn ?? null,
    publishedOn: publishedOn ?? null,
    ...texts,
    sections,
    cells: root.all('cells', 'cell').map(toCell),
    figures: root.all('figures', 'figure').map(toFigure),
    problems: root.all('problems', 'problem').map(toProblem),
    trace: traceOf(texts, sections),
  }
}

function toSection({ attributes, content }: XmlElement) {
  return { ...attributes, text: content }
}

function toCell({ attributes }: XmlElement, index: number) {
  const { value, unit = null, raw = null, inferred } = attributes
  return {
    ...attributes,
    value: toNumber(value),
    unit,
    raw,
    inferred: toBoolean(inferred),
    at: field(`/cells/cell[${index + 1}]`),
  }
}

function toFigure({ attributes }: XmlElement) {
  const { start, end, value, unit = null } = attributes
  return {
    ...attributes,
    start: toNumber(start),
    end: toNumber(end),
    value: toNumber(value),
    unit,
  }
}

function toProblem({ attributes, content }: XmlElement) {
  return { ...attributes, at: null, message: content }
}

function traceOf(
  texts: Readonly<Record<'title' | 'intro' | 'signature', string | null>>,
  sections: readonly Partial<Section>[],
): Trace[] {
  const whole = (part: string, text: string | null | undefined, path: string) =>
    text ? [{ part, start: 0, end: text.length, at: field(path) } as Trace] : []
  return [
    ...whole('title', texts.title, '/title'),
    ...whole('intro', texts.intro, '/intro'),
    ...sections.flatMap(({ no, heading, text }, index) => {
      const path = `/sections/section[${index + 1}]`
      return [
        ...whole(`heading/${no}`, heading, `${path}/@heading`),
        ...whole(`section/${no}`, text, path),
      ]
    }),
    ...whole('signature', texts.signature, '/signature'),
  ]
}

function field(path: string): Place {
  return { kind: 'field', path: `/annualReport${path}` }
}

/** A number where one is written; otherwise the text as it is, which the schema then refuses. */
function toNumber(text: string | undefined): number | string | null {
  if (text === undefined) return null
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
}

/** Both spellings that XML Schema allows; other text is left as it is, which the schema then refuses. */
function toBoolean(text = ''): boolean | string {
  return { true: true, '1': true, false: false, '0': false }[text] ?? text
}
