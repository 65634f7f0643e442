import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { streamText } from '../src/http/stream-text.js'

describe('逐段写出的文件', () => {
  function written() {
    const state = { isOver: false }
    async function* pieces() {
      try {
        yield '一'
        yield '二'
      } finally {
        state.isOver = true
      }
    }
    return { state, pieces: pieces() }
  }

  it('有人取的写完为止', async () => {
    const { state, pieces } = written()
    assert.equal(await new Response(streamText(pieces, 10)).text(), '一二')
    await wait(30)
    assert.ok(state.isOver)
  })

  it('取到一半不再取的，到时中断，不占着位置', async () => {
    const { state, pieces } = written()
    const reader = streamText(pieces, 10).getReader()
    await reader.read()
    await wait(50)
    assert.ok(state.isOver)
    await assert.rejects(reader.read(), /nobody reads on/)
  })
})
