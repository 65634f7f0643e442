import { attribute, type HtmlElement, type HtmlNode, isElement } from './parse.js'

const NOT_SHOWN = new Set(
  'head script style template noscript iframe object svg math canvas audio video map datalist rt rp del xml input'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li listing main menu nav ol option p plaintext pre ' +
    'section select summary td textarea th tr ul xmp'
  ).split(' '),
)
const NAVIGATION = new Set('nav header footer aside form button select'.split(' '))
/** A declaration that hides what it is said of, in an attribute or in a style sheet. */
export const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/i
// Blocks side by side are cells: each is a line of its own.
const INLINE_STYLE = /display\s*:\s*inline(?!-)/i
// Links and search boxes are short; a paragraph of this length inside is the report's own text.
const PROSE_CHARACTERS = 100

/** Whether a browser shows the element at all. */
export function isShown(element: HtmlElement): boolean {
  if (NOT_SHOWN.has(element.tagName)) return false
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'style' && HIDDEN_STYLE.test(value))) return false
  }
  return true
}

/** Whether the element starts a line of its own. */
export function isBlock(element: HtmlElement): boolean {
  const isByName = BLOCKS.has(element.tagName)
  const style = attribute(element, 'style')
  if (style === undefined) return isByName
  return isByName ? !INLINE_STYLE.test(style) : BLOCK_STYLE.test(style)
}

/**
 * Whether the element is the furniture of a page: menus, search forms, buttons. One that holds a table or a long
 * paragraph is not, whatever its name: some sites put the whole page into one form, or never close their header.
 */
export function isNavigation(element: HtmlElement): boolean {
  if (!NAVIGATION.has(element.tagName)) return false
  const isOfArticle =
    (element.tagName === 'header' || element.tagName === 'footer') && isInArticle(element)
  return !isOfArticle && !holdsReport(element, 0)
}

function isInArticle(element: HtmlElement): boolean {
  for (let parent = element.parentNode; parent; ) {
    if (parent.nodeName === 'article' || parent.nodeName === 'main') return true
    parent = 'parentNode' in parent ? parent.parentNode : null
  }
  return false
}

// Deeper than this the walk over the page itself refuses.
const DEEPEST_LOOK = 600

function holdsReport(node: HtmlNode, depth: number): boolean {
  if ('value' in node) return node.value.trim().length >= PROSE_CHARACTERS
  if (!isElement(node) || !isShown(node) || depth > DEEPEST_LOOK) return false
  if (node.tagName === 'table') return true
  return node.childNodes.some((child) => holdsReport(child, depth + 1))
}
