import type { Cell, Figure, Problem, SavedReport, Section } from '@gongkai/report'
import { XML_NAMESPACE } from '../own/xml-format.js'
import { escapeMarkup } from './printable.js'

/**
 * The content of a report as XML (schema/annual-report.xsd): what it says, cell by cell, without source positions,
 * residue and amendments, which belong to one reading of one file.
 */
export function writeXml(report: SavedReport): Uint8Array {
  const { file, sha256, mediaType, form, title, authority, year, signedOn, publishedOn } = report
  const about = { form, year, signedOn, publishedOn, file, sha256, mediaType }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<annualReport xmlns="${XML_NAMESPACE}"${attributes(about)}>`,
    ...optional('title', title),
    ...optional('authority', authority),
    element('intro', report.intro),
    ...list('sections', report.sections.map(section)),
    ...list('cells', report.cells.map(cell)),
    ...optional('signature', report.signature),
    ...list('figures', report.figures.map(figure)),
    ...list('problems', report.problems.map(problem)),
    '</annualReport>',
    '',
  ]
  return new TextEncoder().encode(lines.join('\n'))
}

type Value = string | number | boolean | null

/** Attributes of what is known; a null has none. */
function attributes(values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('')
}

/** A parser would read a line feed or a tab in an attribute as a blank (XML 1.0, 3.3.3). */
function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')
}

function element(name: string, text: string, values: Readonly<Record<string, Value>> = {}): string {
  return `<${name}${attributes(values)}>${escapeMarkup(text)}</${name}>`
}

function optional(name: string, text: string | null): string[] {
  return text === null ? [] : [element(name, text)]
}

function list(name: string, items: readonly string[]): string[] {
  return [`<${name}>`, ...items, `</${name}>`]
}

function section({ no, title, heading, text }: Section): string {
  return element('section', text, { no, title, heading })
}

/** `raw` is an attribute: an empty one is a blank cell, none at all means that nothing was found. */
function cell({ at: _, ...values }: Cell): string {
  return `<cell${attributes(values)}/>`
}

function figure(values: Figure): string {
  return `<figure${attributes({ ...values })}/>`
}

function problem({ code, message }: Problem): string {
  return element('problem', message, { code })
}
