import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from '@hono/zod-openapi'
import { expectedOf, wrongFields } from '../src/http/wrong-fields.js'

describe('请求中不符合的字段，用中文说明应为什么', () => {
  const schema = z.object({
    document: z.unknown().nonoptional(),
    name: z.string(),
    count: z.number(),
    both: z.tuple([z.string()]),
  })
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, given: object, says: string])[] = [
    ['缺一份文件',   { name: 'a', count: 1, both: ['a'] },                 'document：没有填写'],
    ['缺一个名称',   { document: {}, count: 1, both: ['a'] },              'name：没有填写，应为文字'],
    ['不是数字',     { document: {}, name: 'a', count: '1', both: ['a'] }, 'count：应为数字'],
    ['没有名称的类', { document: {}, name: 'a', count: 1, both: 'a' },     'both：应按接口说明填写'],
  ]
  for (const [title, given, says] of CASES) {
    it(title, () => {
      const { error } = schema.safeParse(given, { error: expectedOf })
      assert.ok(error)
      const said = wrongFields(error).map(({ field, message }) => `${field}：${message}`)
      assert.deepEqual(said, [says])
    })
  }
})
