import type { Severity } from '@gongkai/law'

/** A phrase of the Regulation or of its letters, as it is misquoted and as it reads. */
export type FixedPhrase = {
  readonly wrong: RegExp
  readonly right: string
  readonly severity: Severity
  /** Whether `right` replaces what was found as it stands. */
  readonly replaces: boolean
  readonly article: number
}

// biome-ignore format: one phrase a line
export const FIXED_PHRASES: readonly FixedPhrase[] = [
  { wrong: /(?<!不)公开为例外[，、,]?\s*(?:以)?不公开为(?:常态|原则)/g, right: '公开为常态、不公开为例外', severity: 'error', replaces: true, article: 5 },
  { wrong: /以不公开为常态[，、,]?\s*(?:以)?公开为例外/g, right: '以公开为常态、不公开为例外', severity: 'error', replaces: true, article: 5 },
  { wrong: /遵循公正、公平、便民的原则/g, right: '遵循公正、公平、合法、便民的原则', severity: 'warning', replaces: true, article: 5 },
  { wrong: /遵循(?!公正、公平、合法、便民)(?=[\u4e00-\u9fff、]{0,12}公平)(?=[\u4e00-\u9fff、]{0,12}便民)[\u4e00-\u9fff]{2}(?:、[\u4e00-\u9fff]{2}){3}的?原则/g, right: '遵循公正、公平、合法、便民的原则', severity: 'note', replaces: false, article: 5 },
  { wrong: /先公开[、，]?\s*后审查/g, right: '先审查、后公开', severity: 'error', replaces: true, article: 17 },
  { wrong: /(?:因|应)公开(?:[近竟进仅紧谨盡]|尽不)公开|因公开尽公开/g, right: '应公开尽公开', severity: 'error', replaces: true, article: 13 },
  { wrong: /三安全[、，]一稳定|三个安全[、，]?一个稳定|四安全一稳定|三安全两稳定/g, right: '三安全一稳定', severity: 'warning', replaces: true, article: 14 },
  { wrong: /《中华人民共和国政务公开条例》|《中华人民共和国政府公开信息条例》/g, right: '《中华人民共和国政府信息公开条例》', severity: 'error', replaces: true, article: 1 },
  { wrong: /《政府信息公开(?:工作条例|法)》|《政务公开条例》/g, right: '《中华人民共和国政府信息公开条例》', severity: 'error', replaces: true, article: 1 },
  { wrong: /谁公开[、，]?\s*谁审察|谁公开[、，]谁负则/g, right: '谁公开、谁审查', severity: 'error', replaces: false, article: 17 },
]
