import { isLocalDate } from '@gongkai/law'
import type { SourceMeta } from '../source.js'
import { attribute, type HtmlDocument, type HtmlElement, isElement } from './parse.js'

// Names of `<meta>` as 政府网站发展指引 (国办发〔2017〕47号, annex) fixes them, in lower case.
const TITLE = 'articletitle'
const PUBLISHED = 'pubdate'
const SITE = 'sitename'
const DATE = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/

/** What the head of the page says of it; undefined where it says nothing. */
export function readMeta(document: HtmlDocument): SourceMeta | undefined {
  const head = elementsOf(elementsOf(document)[0]).find(({ tagName }) => tagName === 'head')
  const named = new Map<string, string>()
  let pageTitle = ''
  for (const element of elementsOf(head)) {
    const content = attribute(element, 'content')?.trim()
    const name = attribute(element, 'name')?.toLowerCase()
    if (element.tagName === 'meta' && name && content) named.set(name, content)
    const [text] = element.childNodes
    if (element.tagName === 'title' && text && 'value' in text) pageTitle = text.value.trim()
  }
  const title = named.get(TITLE) ?? pageTitle.replace(/\s+/g, ' ')
  const publishedOn = readDate(named.get(PUBLISHED) ?? '')
  const siteName = named.get(SITE)
  const meta: SourceMeta = {
    ...(title && { title }),
    ...(publishedOn && { publishedOn }),
    ...(siteName && { siteName }),
  }
  return Object.keys(meta).length > 0 ? meta : undefined
}

/** The day that a text states in digits; undefined where it states none. */
export function readDate(text: string) {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}

function elementsOf(parent: HtmlDocument | HtmlElement | undefined): HtmlElement[] {
  return parent ? parent.childNodes.filter(isElement) : []
}
