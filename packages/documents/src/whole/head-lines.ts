import type { Residue } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'
import { bodyName } from './body-name.js'
import { asResidue, pageResidue } from './page-residue.js'
import { DATE } from './signature.js'
import { YEAR } from './title-words.js'

/** A day, alone or with its hour, in brackets or behind a body's name; what a page prints behind it. */
const DATED = new RegExp(
  `^[\\s（(【\\[—-]*(?:[\\u4e00-\\u9fff]{2,40}[\\s（(]*)?${DATE.source}(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?[\\s）)】\\]]*(?:(?:来源|信息来源|作者|浏览|阅读|点击|访问|字体|字号|打印|分享|【|\\[|\\|).*)?$`,
)

/** The month on a cover. */
const MONTH = new RegExp(`^[（(]?${YEAR}年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月[）)]?$`)

/** 青财〔2024〕3号. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{0,12}[〔[［(（]20\d\d[〕\]］)）]\s*第?\d{1,4}\s*号$/

const ISSUER =
  /(?:发布机构|发文机关|发文机构|公开主体|公开机构|责任部门|发布单位|发布部门|(?:信息|稿件|文章)?来源)\s*[:：】\]]?\s*([\u4e00-\u9fff（）()]{4,40})/

/** The lines between title and text that name day, number, source and body, and a table of contents: none of the report's text. */
export function withoutHeadLines(
  fragments: readonly Fragment[],
  residue: Residue[],
): readonly Fragment[] {
  let end = 0
  let isValue = false
  for (const [at, { text }] of fragments.entries()) {
    const line = text.trim()
    if (line === '') continue
    const isLabel = LABEL.test(line.replace(/\s/g, '')) && pageResidue(line) !== null
    if (!isHeadLine(line) && !(isValue && line.length <= LONGEST_VALUE && !/[。；]/.test(line)))
      break
    isValue = isLabel
    end = at + 1
  }
  residue.push(...asResidue(fragments.slice(0, end), 'meta'))
  return fragments.slice(end)
}

/** 发布机构： with its value in the next line. */
const LABEL = /^.{2,8}[:：]$/
const LONGEST_VALUE = 40

/** 目录, and its lines: 一、总体情况……1. */
const CONTENTS = /^(?:目\s*录|[一二三四五六]、.{2,40}?[.…·\s]*\d{0,3})$/

function isHeadLine(line: string): boolean {
  if (pageResidue(line) || DATED.test(line) || DOCUMENT_NUMBER.test(line)) return true
  return CONTENTS.test(line) || MONTH.test(line) || bodyName(line.replace(/^[—-]+/, '')) !== null
}

/** The lines of a page without a title up to its first sentence: its menus. */
export function withoutMenus(
  fragments: readonly Fragment[],
  residue: Residue[],
): readonly Fragment[] {
  const start = fragments.findIndex(({ text }) => /[，。；]/.test(text) && text.trim().length >= 20)
  residue.push(...asResidue(fragments.slice(0, Math.max(0, start)), 'navigation'))
  return fragments.slice(Math.max(0, start))
}

/** The body that the lines around the report name as the one that published it; null where none does. */
export function issuer(residue: readonly Residue[]): string | null {
  const lines = residue.filter(({ kind }) => kind === 'meta' || kind === 'navigation')
  for (const { text } of lines) {
    const [, named] = ISSUER.exec(text) ?? []
    const name = named && bodyName(named)
    if (name) return name
  }
  const byline = lines.find(({ kind, text }) => kind === 'meta' && bodyName(text))
  return byline ? bodyName(byline.text) : null
}
