import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createPool, exampleReports, type FileStore, platformJobs, startQueue } from '@gongkai/app'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

/** The county takes over what its bureau published on 2023, and checks the year. */
describe('历年报告的导入', () => {
  let running: Running
  let supervisor: Visitor
  let officer: Visitor
  let root: string
  let finance: string
  const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
  before(async () => {
    const files: Pick<FileStore, 'get' | 'remove' | 'sweep'> = {
      remove: async () => {},
      sweep: async () => {},
      get: async (digest) => {
        const opened = running.ground.open()
        return opened.ok ? opened.value.files.get(digest) : null
      },
    }
    const mailer = { send: async () => {}, close: () => {} }
    const jobs = platformJobs(
      { mailer, publicUrl: 'http://localhost' },
      { pool, files },
      {
        pool,
        files: { ...files, put: async () => '' },
      },
    )
    const options = { onFault: () => {}, pollSeconds: 0.5 }
    running = await startPlatform({}, { work: (platform) => startQueue(platform, jobs, options) })
    const { admin, me } = await setUpRegion(running)
    root = me.holdings[0]?.authorityId ?? ''
    const details = { name: '云岭县财政局', kind: 'department', level: 'county' }
    finance = (await admin('POST', '/authorities', { body: { parentId: root, details } })).body.id
    supervisor = (await newUser(running, admin, root, 'supervisingOfficer')).visitor
    officer = (await newUser(running, admin, finance, 'disclosureOfficer')).visitor
  })
  after(async () => {
    await running.close()
    await pool.close()
  })

  const send = async (as: Visitor, names: readonly RegExp[]) => {
    const form = new FormData()
    for (const { name, bytes } of await exampleReports()) {
      if (!names.some((one) => one.test(name))) continue
      form.append('file', new File([new Uint8Array(bytes)], `历年/${name}`))
    }
    return as('POST', `/past/imports?authorityId=${root}`, { body: form })
  }
  const doneJob = async (id: string) => {
    for (let tries = 0; tries < 300; tries++) {
      const { body } = await supervisor('GET', `/jobs/${id}`)
      if (body.state === 'done') return body
      await wait(200)
    }
    return assert.fail('the job did not end')
  }

  it('同时上传的过多，多的请稍候', async () => {
    const upload = async () => {
      const body = new FormData()
      return outcome(await officer('POST', `/past/imports?authorityId=${root}`, { body }))
    }
    assert.deepEqual(await Promise.all([upload(), upload(), upload()]), [
      [403, 'right.missing'],
      [403, 'right.missing'],
      [503, 'server.busy'],
    ])
    assert.deepEqual(await upload(), [403, 'right.missing'])
  })

  it('上传、识别、采用、核定，采用的即为该年度的报告', async () => {
    assert.deepEqual(outcome(await send(officer, [/./])), [403, 'right.missing'])
    const started = await send(supervisor, [/财政局2023/, /教育/])
    assert.equal(started.status, 202, JSON.stringify(started.body))
    assert.deepEqual(started.body.refused, [])
    const { total } = await doneJob(started.body.jobId)
    assert.equal(total, 2)
    const at = `/past/imports/${started.body.importId}`
    assert.deepEqual((await supervisor('GET', at)).body.counts, { ready: 1, review: 1 })
    const accepted = await supervisor('POST', `${at}/accept`)
    assert.deepEqual(accepted.body, { published: 1, left: [] })

    const query = `/past/items?authorityId=${root}&state=review`
    const [item] = (await supervisor('GET', query)).body.items
    assert.deepEqual(item.doubts[0].kind, 'authority')
    const { reading } = (await supervisor('GET', `/past/items/${item.id}`)).body
    assert.equal(reading.year, 2024)
    const decide = `/past/items/${item.id}/decide`
    const body = { kind: 'discard', reason: '不是本县的机关' }
    assert.equal((await supervisor('POST', decide, { body })).status, 428)
    const done = await supervisor('POST', decide, { body, version: item.version })
    assert.equal(done.body.state, 'discarded')
    const late = await supervisor('POST', decide, { body, version: item.version })
    assert.deepEqual(outcome(late), [412, 'past.changed'])
    assert.equal(late.body.present.reason, '不是本县的机关')
  })

  it('原件在页面内隔离显示，读出的内容按所选的机关和年度检查', async () => {
    const started = await send(supervisor, [/财政局2024/, /教育/])
    const form = new FormData()
    const web = '<p onclick="alert(1)">网页<script>alert(1)</script>'
    form.append('file', new File([web], '旧/页面.html'))
    form.append('file', new File([new Uint8Array([37, 80, 68, 70, 45, 49, 46, 52])], '旧.pdf'))
    form.append('file', new File([new Uint8Array([0, 1, 2, 3])], '说明.bin'))
    const more = await supervisor('POST', `/past/imports?authorityId=${root}`, { body: form })
    await doneJob(started.body.jobId)
    const itemsOf = async ({ body: { importId } }: typeof started) => {
      const query = `/past/items?authorityId=${root}&importId=${importId}`
      return (await supervisor('GET', query)).body.items
    }
    const [page, pdf, other] = await itemsOf(more)
    const box = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    const shown = async ({ id }: typeof page) => {
      const { status, headers, body } = await supervisor('GET', `/past/items/${id}/shown`)
      const of = ['content-type', 'content-security-policy', 'x-frame-options']
      return [status, ...of.map((name) => headers.get(name)), body]
    }
    const html = 'text/html; charset=utf-8'
    const [, type, policy, frame, markup] = await shown(page)
    assert.deepEqual([type, policy, frame], [html, `${box}frame-ancestors 'self'`, 'SAMEORIGIN'])
    assert.equal(markup, web)
    assert.deepEqual((await shown(pdf)).slice(0, 4), [
      ...[200, 'application/pdf', "frame-ancestors 'self'", 'SAMEORIGIN'],
    ])
    const [status, ofOther, boxed, , said] = await shown(other)
    assert.deepEqual([status, ofOther, boxed], [200, html, policy])
    assert.match(said, /不能在这里显示：.*下载原件/)
    const kept = await supervisor('GET', `/past/items/${page.id}/file`)
    assert.equal(kept.headers.get('content-type'), 'application/octet-stream')
    assert.match(kept.headers.get('content-disposition') ?? '', /^attachment; .*%E9%A1%B5.*\.html$/)
    assert.match(kept.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)

    const [own] = await itemsOf(started)
    assert.match(
      (await shown(own))[4],
      /版式以原件为准[\s\S]*<td rowspan="1" colspan="4">第二十条第（一）项</,
    )
    const check = async (id: string, query: string) => {
      const { body } = await supervisor('GET', `/past/items/${id}/check?${query}`)
      return body.findings.map(({ rule }: { readonly rule: string }) => rule)
    }
    const chosen = `targetId=${finance}&reportYear=2024`
    // With the authority and the year comes the report of the year before, which was accepted above.
    assert.deepEqual(await check(own.id, ''), ['NUM-02'])
    assert.ok((await check(own.id, chosen)).includes('XYR-01'))
    const gone = await supervisor('GET', `/past/items/${other.id}/check`)
    assert.deepEqual(outcome(gone), [422, 'past.unreadable'])
    assert.deepEqual(outcome(await officer('GET', `/past/items/${own.id}/check`)), [
      ...[403, 'right.missing'],
    ])
  })

  it('检查全部报告，发现随后可见', async () => {
    const { body } = await supervisor('GET', '/collections')
    const { id } = body.items[0]
    const asked = await supervisor('POST', `/collections/${id}/check`)
    assert.equal(asked.status, 202)
    const { done, total } = await doneJob(asked.body.jobId)
    assert.deepEqual([done, total], [1, 1])
    const { rows } = (await supervisor('GET', `/collections/${id}/board`)).body
    assert.equal(rows[0].authorityId, finance)
    assert.notEqual(rows[0].openErrors, null)
  })
})
