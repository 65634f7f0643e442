import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PACKAGES, readText, sourcesOf } from './support/sources.js'

type Term = {
  readonly chinese: string
  /** Names that must occur in the code. */
  readonly inCode: readonly string[]
  /** Words that may not name anything there. */
  readonly avoid: readonly string[]
}

const terms = readText('GLOSSARY.md').split('\n').filter(isTerm).map(toTerm)
const sources = PACKAGES.flatMap(sourcesOf)
const code = sources.map(({ text }) => text).join('\n')
const declared = new Map(
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(DECLARATION())].map(([, name = '']) => [name, file] as const),
  ),
)

it('the glossary has terms, and the code has names', () => {
  assert.ok(terms.length > 20)
  assert.ok(declared.size > 100)
})

describe('every name of the column In code occurs in the code', () => {
  for (const { chinese, inCode } of terms) {
    for (const name of inCode) {
      it(`${chinese} ${name}`, () => {
        const pattern = name.replaceAll(/\W/g, '\\$&')
        const found = new RegExp(`(?<![\\w$])${pattern}(?![\\w$])`).test(code)
        assert.ok(found, `${name} 在代码中没有出现`)
      })
    }
  }
})

describe('no word of the column Avoid names anything', () => {
  for (const { chinese, avoid } of terms) {
    for (const word of avoid) {
      it(`${chinese} ${word}`, () => {
        const named = [...declared].filter(([name]) => wordsOf(name).includes(wordsOf(word)))
        assert.deepEqual(named, [])
      })
    }
  }
})

/** Constants, functions, types, and the fields of types. */
function DECLARATION(): RegExp {
  return /(?:\b(?:const|let|function|type|class)|^\s+readonly)\s+([A-Za-z_$][\w$]*)/gm
}

/** A row of the table: five columns, and neither the head nor the line under it. */
function isTerm(line: string): boolean {
  return /^\|(?:[^|]*\|){5}$/.test(line) && !/^\| (?:中文|---)/.test(line)
}

function toTerm(line: string): Term {
  const [chinese = '', , inCode = '', , avoid = ''] = line.slice(1, -1).split('|')
  return { chinese: chinese.trim(), inCode: quoted(inCode), avoid: quoted(avoid) }
}

/** The words between backticks; quotation marks inside them are dropped. */
function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`'?([^`']+)'?`/g)].map(([, word = '']) => word)
}

/** `carriedOut` → `-carried-out-`, `DAY_MS` → `-day-ms-`: so that whole words are compared. */
function wordsOf(name: string): string {
  return `-${name.split(/_|(?<=[a-z\d])(?=[A-Z])/).join('-')}-`.toLowerCase()
}
