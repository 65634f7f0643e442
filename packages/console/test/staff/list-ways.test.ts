import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { allPages, toCsv } from '../../src/staff/api/list-file.js'
import {
  forgetQueries,
  rememberedAddress,
  rememberQuery,
} from '../../src/staff/router/remembered.js'

/** As much of a browser's store as is asked of it: what is kept are its own properties. */
function newStore(): Record<string, unknown> {
  const store: Record<string, unknown> = {}
  const hidden = {
    getItem: (key: string) => store[key] ?? null,
    setItem: (key: string, value: string) => {
      store[key] = value
    },
    removeItem: (key: string) => delete store[key],
  }
  for (const [name, value] of Object.entries(hidden)) {
    Object.defineProperty(store, name, { value, enumerable: false })
  }
  return store
}

const LIST = '/console/reports'

describe('列表的筛选条件', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  beforeEach(() => {
    Object.defineProperty(globalThis, 'localStorage', { value: newStore(), configurable: true })
  })
  afterEach(() => {
    if (own) Object.defineProperty(globalThis, 'localStorage', own)
    else Reflect.deleteProperty(globalThis, 'localStorage')
  })

  it('离开后由栏目返回，条件仍在，回到第一页', () => {
    rememberQuery('甲', LIST, new URLSearchParams({ year: '2024', after: 'x', q: '财政' }))
    assert.equal(rememberedAddress('甲', LIST), `${LIST}?year=2024&q=%E8%B4%A2%E6%94%BF`)
  })

  it('各人、各列表分别保存；条件清空的不再保存', () => {
    rememberQuery('甲', LIST, new URLSearchParams({ year: '2024' }))
    assert.equal(rememberedAddress('乙', LIST), LIST)
    assert.equal(rememberedAddress('甲', '/console/people'), '/console/people')
    rememberQuery('甲', LIST, new URLSearchParams())
    assert.equal(rememberedAddress('甲', LIST), LIST)
  })

  it('退出登录后全部清除', () => {
    rememberQuery('甲', LIST, new URLSearchParams({ year: '2024' }))
    forgetQueries()
    assert.equal(rememberedAddress('甲', LIST), LIST)
  })
})

describe('列表的导出', () => {
  it('逗号、引号和换行加引号，会被当作公式的加撇号', () => {
    const rows = [
      ['机关', '年度'],
      ['云岭县财政局', 2024],
      ['甲,"乙"', '=1+1'],
    ]
    assert.equal(toCsv(rows), '\ufeff机关,年度\r\n云岭县财政局,2024\r\n"甲,""乙""",\'=1+1\r\n')
  })

  it('逐页取到最后一页，条件每次都带上', async (t) => {
    const asked: string[] = []
    t.mock.method(globalThis, 'fetch', async (path: string) => {
      asked.push(path)
      return Response.json({ next: asked.length < 2 ? 'a' : null, no: asked.length })
    })
    const pages = await allPages<{ next: string | null; no: number }>('/reports', { year: '2024' })
    assert.deepEqual(pages.ok && pages.value.map(({ no }) => no), [1, 2])
    assert.deepEqual(asked, [
      '/api/v1/reports?year=2024&limit=200',
      '/api/v1/reports?year=2024&after=a&limit=200',
    ])
  })
})
