import { type HtmlElement, type HtmlNode, isElement } from './parse.js'
import { HIDDEN_STYLE } from './shown.js'

/** One rule of a style sheet: its selectors and its declarations. */
const SHEET_RULE = /([^{}]*)\{([^{}]*)\}/g

/** A selector of one class and nothing else: `.hide`, `tr.hide`. */
const CLASS = /^\s*[a-z0-9]*\.([\w-]+)\s*$/i

/** Marks the elements that the page's own style sheets hide by a class as hidden. */
export function hideByClass(root: { readonly childNodes: readonly HtmlNode[] }): void {
  const elements = elementsOf(root)
  const sheets = elements.filter(({ tagName }) => tagName === 'style').map(textOf)
  const hidden = new Set(sheets.flatMap(hidingClasses))
  if (hidden.size === 0) return
  for (const { attrs } of elements) {
    const own = attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? []
    if (own.some((name) => hidden.has(name))) attrs.push({ name: 'hidden', value: '' })
  }
}

function hidingClasses(sheet: string): string[] {
  // Rules for print and the like stand in braces of their own and are left alone.
  const screen = sheet.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '')
  return [...screen.matchAll(SHEET_RULE)].flatMap(([, selectors = '', declarations = '']) =>
    HIDDEN_STYLE.test(declarations)
      ? selectors.split(',').flatMap((selector) => CLASS.exec(selector)?.[1] ?? [])
      : [],
  )
}

function elementsOf(root: { readonly childNodes: readonly HtmlNode[] }): HtmlElement[] {
  const elements: HtmlElement[] = []
  const open = [...root.childNodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    elements.push(node)
    open.push(...node.childNodes)
  }
  return elements
}

function textOf({ childNodes }: HtmlElement): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}
