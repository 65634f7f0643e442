import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'
import { LIMITS } from '../guards/limits.js'

export type HtmlElement = DefaultTreeAdapterMap['element']
export type HtmlNode = DefaultTreeAdapterMap['childNode']
export type HtmlDocument = DefaultTreeAdapterMap['document']

/** Thrown while a page is parsed or walked, caught where it is read: nothing sensible nests so deep or is so large. */
export class TooDeep extends Error {}

/** The page as a tree. Throws `TooDeep` where it grows past the limit: few bytes can ask for very many elements. */
export function parseHtml(text: string): HtmlDocument {
  let nodes = 0
  const count = () => {
    if (++nodes > LIMITS.htmlNodes) throw new TooDeep()
  }
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...about) => {
        count()
        return defaultTreeAdapter.createElement(...about)
      },
      createCommentNode: (data) => {
        count()
        return defaultTreeAdapter.createCommentNode(data)
      },
      createTextNode: (text) => {
        count()
        return defaultTreeAdapter.createTextNode(text)
      },
      insertText: (parent, text) => {
        count()
        defaultTreeAdapter.insertText(parent, text)
      },
    },
  })
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** The value of an attribute, undefined where it is not there. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  for (const one of element.attrs) if (one.name === name) return one.value
  return undefined
}
