import { createRequire } from 'node:module'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { COMMON } from './data/common-passwords.js'

// Loaded with the first password that is set.
const load = createRequire(import.meta.url)
const library = () => load('pinyin-pro') as typeof import('pinyin-pro')

/** Characters. Length is what makes a password strong; no kinds of characters are asked for (NIST SP 800-63B-4, 3.1.1.2). */
const SHORTEST = 12
const LONGEST = 256
/** What must be left of it when each guessable part counts as one character. */
const LEAST_LEFT = 8

export type PasswordRefusal = Refusal<
  'password.short' | 'password.long' | 'password.guessable' | 'password.same'
>

/**
 * Refuses a password that is too short, or that is made of what is tried first: common passwords, dates, runs on the keyboard, the same piece again and
 * again, and `words`, the names of the person, the region and the authorities, as they stand and in pinyin.
 */
export function checkPassword(
  password: string,
  words: readonly string[],
): Result<null, PasswordRefusal> {
  const plain = password.normalize('NFKC')
  const length = [...plain].length
  if (length < SHORTEST) return SHORT
  if (length > LONGEST) return LONG
  return leftOf(plain.toLowerCase(), words) < LEAST_LEFT ? GUESSABLE : ok(null)
}

const SHORT = refuse(
  'password.short',
  `密码至少${SHORTEST}个字符。可以用几个互不相干的词语连成一句。`,
)
const LONG = refuse('password.long', `密码不能超过${LONGEST}个字符。`)
const GUESSABLE = refuse(
  'password.guessable',
  '密码主要由常见密码、日期、键盘顺序、重复的片段、本人姓名、登录名或本地区、本机关名称组成，容易被猜到。请换用几个互不相干的词语。',
)
/** Of whoever may know both. */
export const SAME_AS_BEFORE = refuse('password.same', '新密码与原密码相同。请换用新的密码。')

/** Dates, years, one character many times, and what 1314 and 520 stand for. */
const PATTERNS = /(?:19|20)\d\d(?:[01]?\d[0-3]?\d)?|(.)\1{2,}|(?:1314|520|521|168|888|666)+/g

const RUNS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'zaq12wsxcde34rfvbgt56yhn',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qweasdzxc',
  'qwerasdfzxcv',
  '147258369',
  '789456123',
]
const SHORTEST_RUN = 4

/** How many characters stand when each guessable part is one. The password, its reading without disguise (p@ssw0rd), and its keys without shift (!QAZ) are looked at. */
function leftOf(password: string, words: readonly string[]): number {
  const parts = [...COMMON, ...words.flatMap(spellings), ...RUNS.flatMap(piecesOf)]
    .filter((part) => part.length > 2 || HAN_NAME.test(part))
    .toSorted((a, b) => b.length - a.length)
  const left = (text: string) => [...withoutParts(text, parts)].length
  return Math.min(left(password), left(undisguised(password)), left(unshifted(password)))
}

/** Stands for a part that was taken out. */
const GONE = '\0'

function withoutParts(text: string, parts: readonly string[]): string {
  const without = parts.reduce((rest, part) => rest.replaceAll(part, GONE), text)
  return without.replaceAll(PATTERNS, GONE).replaceAll(/(.+?)\1+/g, '$1')
}

/** Two characters of a name. */
const HAN_NAME = /^\p{Script=Han}{2}$/u

const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '!': 'i',
}

function undisguised(text: string): string {
  return text.replaceAll(/[@013$5!]/g, (sign) => DISGUISES[sign] ?? sign)
}

/** What stands above the digits of a keyboard, from 1 to 0. */
const SHIFTED = '!@#$%^&*()'

function unshifted(text: string): string {
  return text.replaceAll(/[!@#$%^&*()]/g, (sign) => `${(SHIFTED.indexOf(sign) + 1) % 10}`)
}

function piecesOf(run: string): readonly string[] {
  const both = [run, [...run].toReversed().join('')]
  return both.flatMap((line) => parted([...line], SHORTEST_RUN))
}

/** A name as it stands, in pinyin and in its initials, whole and in parts. */
function spellings(word: string): readonly string[] {
  const lower = word.toLowerCase()
  const syllables = library().pinyin(lower, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  })
  const initials = syllables.map((syllable) => syllable.slice(0, 1))
  return [lower, ...parted([...lower], 2), ...parted(syllables, 2), ...parted(initials, 3)]
}

/** Every part of `pieces` that is at least `least` long. */
function parted(pieces: readonly string[], least: number): readonly string[] {
  return pieces.flatMap((_, from) =>
    pieces
      .slice(from + least - 1)
      .map((__, more) => pieces.slice(from, from + least + more).join('')),
  )
}
