import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleFacts, GROUNDS, type Ground, LETTER_KINDS } from '@gongkai/law'
import {
  fieldsOfPart,
  givenIn,
  PAPER_FIELDS,
  partOf,
  typedOf,
} from '../../src/staff/requests/letters/typed-draft.js'

describe('登记的决定和文书：填写的与送出的一致，修改时原样带回', () => {
  for (const ground of Object.keys(GROUNDS) as readonly Ground[]) {
    it(GROUNDS[ground].title, () => {
      const [part] = exampleFacts('disclosure', [ground]).parts
      assert.ok(part)
      const asked = new Set(fieldsOfPart(ground).map(([place]) => place.split('.')[0]))
      const kept = Object.entries(part).filter(
        ([key]) => key === 'what' || key === 'ground' || asked.has(key),
      )
      assert.deepEqual(defined(partOf(typedOf(part))), Object.fromEntries(kept))
    })
  }

  for (const kind of LETTER_KINDS.filter((one) => PAPER_FIELDS[one])) {
    it(kind, () => {
      const { extension, consultation, ...facts } = exampleFacts(kind)
      const given = {
        ...facts,
        ...(extension && { extension: { reason: extension.reason, days: extension.days } }),
        ...(consultation && { consultation }),
      }
      const fields = PAPER_FIELDS[kind] ?? []
      const sent = givenIn(typedOf(given), fields)
      const [key = ''] = Object.keys(sent)
      assert.deepEqual(Object.keys(sent).length, 1)
      for (const [inner, value] of Object.entries(sent[key] as object))
        assert.deepEqual(
          value,
          (given as unknown as Record<string, Record<string, unknown>>)[key]?.[inner],
        )
      const wanted = fields.filter(([, , , isOptional]) => !isOptional).length
      assert.ok(Object.keys(sent[key] as object).length >= wanted)
    })
  }

  it('不能确定负责公开的机关的，如实送出', () => {
    const part = partOf({ what: '验收资料', ground: 'notOurs', reason: '不是本机关制作' })
    assert.equal(part.other, 'unknown')
  })
})

function defined(value: object): object {
  return JSON.parse(JSON.stringify(value))
}
