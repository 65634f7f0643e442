import { type Refusal, refuse } from '@gongkai/law'

/** A name as it is kept: composed (NFC), without blanks around it. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim()
}

/** A login as it is kept: however it is typed, wide letters, capitals and blanks around it do not count. */
export function tidyLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** What the eye does not tell apart: names of one key are one name. The column `name_key` of the database says the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
}

// Controls, zero width, direction, and breaks of lines and paragraphs.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** What is wrong with a name, and what to do; null where nothing is. `label` says whose or what name it is. */
export function wrongName(label: string, name: string): string | null {
  if (name === '') return `${label}没有填写。`
  if (UNSEEN.test(name)) {
    return `${label}中有看不见的字符（控制字符、零宽字符或者改变文字方向的字符）。请删去后重新输入，不要从网页或者文件中粘贴。`
  }
  return /\s{2}/u.test(name) ? `${label}中有连续的空格。请只保留一个或者删去。` : null
}

/** What is wrong with a login: it is one word. */
function wrongLogin(login: string): string | null {
  const wrong = wrongName('登录名', login)
  return wrong ?? (/\s/u.test(login) ? '登录名中有空格。请删去。' : null)
}

export type NameRefusal = Refusal<'name.wrong'>

/** Refuses names, each with its label, and a login where there is one; null where all are right. */
export function refuseNames(
  names: readonly (readonly [label: string, name: string])[],
  login?: string,
) {
  const wrong = [
    ...names.map(([label, name]) => wrongName(label, name)),
    ...(login === undefined ? [] : [wrongLogin(login)]),
  ].filter((one) => one !== null)
  return wrong.length > 0 ? refuse('name.wrong', wrong.join('')) : null
}
