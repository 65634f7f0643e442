import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { exampleReports } from '@gongkai/app'
import type { Answer } from './faults/browser.js'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

const NAME = '云岭县财政局'

type Who = 'admin' | 'supervisor' | 'officer' | 'head'

/** The county collects the reports of 2023, of which one of a bureau in good order is at hand. */
describe('年度报告的收集', () => {
  let running: Running
  let who: Readonly<Record<Who, Visitor>>
  let finance: string
  let collectionId: string
  let reportId: string
  before(async () => {
    running = await startPlatform()
    const { admin, me } = await setUpRegion(running)
    const root = me.holdings[0]?.authorityId ?? ''
    const details = { name: NAME, kind: 'department', level: 'county' }
    finance = (await admin('POST', '/authorities', { body: { parentId: root, details } })).body.id
    const supervisor = (await newUser(running, admin, root, 'supervisingOfficer')).visitor
    const officer = (await newUser(running, admin, finance, 'disclosureOfficer')).visitor
    const head = (await newUser(running, admin, finance, 'disclosureHead')).visitor
    who = { admin, supervisor, officer, head }
    const opened = await supervisor('POST', '/collections', {
      body: { authorityId: root, reportYear: 2023, authorityIds: [root, finance] },
    })
    assert.equal(opened.status, 201, JSON.stringify(opened.body))
    collectionId = opened.body.id
    const { body } = await officer('GET', '/reports')
    reportId = body.items[0].id
  })
  after(() => running.close())

  const read = async () => (await who.officer('GET', `/reports/${reportId}`)).body
  const step = async (as: Who, name: string, body?: object, version?: number): Promise<Answer> =>
    who[as]('POST', `/reports/${reportId}/${name}`, {
      version: version ?? (await read()).report.version,
      ...(body && { body }),
    })
  const done = async (as: Who, name: string, body?: object): Promise<Answer['body']> => {
    const answer = await step(as, name, body)
    assert.ok(answer.status < 300, JSON.stringify(answer.body))
    return answer.body
  }
  const upload = async () => {
    const example = (await exampleReports()).find(({ name }) => name.includes('财政局2023'))
    assert.ok(example)
    const form = new FormData()
    form.append('file', new File([new Uint8Array(example.bytes)], example.name))
    return form
  }

  it('布置后，联络员的待办中有这份报告', async () => {
    const { body } = await who.officer('GET', '/todos')
    assert.deepEqual(
      body.items.map(({ kind, title, dueOn }: Record<string, string>) => [kind, title, dueOn]),
      [['write', `${NAME}2023年度报告：待编制、报送`, '2024-01-31']],
    )
    const collection = await who.officer('GET', `/collections/${collectionId}`)
    assert.equal(collection.body.form, '2021')
    const { items } = (await who.supervisor('GET', '/collections')).body
    assert.deepEqual([items.length, items[0].asked, items[0].authority], [1, 2, '云岭县人民政府'])
    assert.deepEqual((await read()).steps, ['start'])
  })

  it('用文件开始编制：文件留存，读出的内容是第一版', async () => {
    const stranger = await who.supervisor('POST', `/reports/${reportId}/start-from-file`, {
      ...{ version: 1, body: await upload() },
    })
    assert.deepEqual(outcome(stranger), [403, 'right.missing'])
    const started = await who.officer('POST', `/reports/${reportId}/start-from-file`, {
      ...{ version: 1, body: await upload() },
    })
    assert.equal(started.status, 200, JSON.stringify(started.body))
    assert.deepEqual([started.body.state, started.body.version], ['draft', 2])
    const view = await read()
    assert.equal(view.version.origin.kind, 'file')
    assert.deepEqual(view.steps, ['start', 'save', 'submit'])
  })

  it('自动保存：检查随之完成；版本不符的不覆盖，答复现在的内容', async () => {
    const { version, report } = await read()
    const document = { ...version.document, signature: '云岭县财政局（章）' }
    const saved = await done('officer', 'draft', { document })
    assert.equal(saved.version, report.version + 1)
    assert.equal(saved.check.versionNo, 2)
    assert.match(saved.check.checkedAt, /^\d{4}-.*Z$/)
    const stale = await step('officer', 'draft', { document }, report.version)
    assert.deepEqual(outcome(stale), [412, 'report.changed'])
    assert.equal(stale.body.present.version, saved.version)
    assert.equal(stale.body.presentVersion.document.signature, '云岭县财政局（章）')
    const wrong = await step('officer', 'draft', { document: { cells: [] } })
    assert.deepEqual(outcome(wrong), [400, 'request.malformed'])
    assert.deepEqual(running.faults, [])
  })

  it('有错误的不能报送，答复逐处说明；说明理由后可以', async () => {
    const { version } = await read()
    const cells = version.document.cells.map(
      (cell: { table: string; row: string; column: string }) =>
        cell.table === 'requests' && cell.row === '一' && cell.column === '总计'
          ? { ...cell, raw: '999' }
          : cell,
    )
    await done('officer', 'draft', { document: { ...version.document, cells } })
    const refused = await step('officer', 'submit')
    assert.deepEqual(outcome(refused), [409, 'report.errors-open'])
    const { findings } = refused.body
    assert.ok(findings.length > 0)
    for (const { key } of findings) {
      const waived = await who.officer('POST', `/reports/${reportId}/waivers`, {
        body: { ...key, reason: '经核对，数据无误' },
      })
      assert.equal(waived.status, 200, JSON.stringify(waived.body))
    }
    const restored = await done('officer', 'restore', { no: 1 })
    assert.equal(restored.state, 'draft')
    const { body } = await who.officer('POST', `/reports/${reportId}/check`)
    assert.equal(body.versionNo, 3)
    assert.equal((await done('officer', 'submit')).state, 'submitted')
  })

  it('审阅：意见、退回、答复、重新报送、接收、公布、更正', async () => {
    const board = (await who.supervisor('GET', `/collections/${collectionId}/board?q=财政`)).body
    assert.deepEqual([board.rows.length, board.rows[0].state], [1, 'submitted'])
    assert.deepEqual(board.counts.states, [
      { state: 'notStarted', count: 1 },
      { state: 'submitted', count: 1 },
    ])
    const cell = { table: 'requests', row: '一', column: '总计' }
    const remark = await done('supervisor', 'remarks', {
      target: { kind: 'cells', cells: [cell] },
      words: '请与台账核对',
    })
    const todos = (await who.supervisor('GET', '/todos')).body
    assert.deepEqual(todos.counts, [
      { kind: 'review', count: 1 },
      { kind: 'late', count: 1 },
      { kind: 'doubtful', count: 1 },
    ])
    await done('supervisor', 'return', { reason: '请核对后重新报送' })
    const answer = await who.officer('POST', `/remarks/${remark.id}/answer`, {
      body: { answer: '已核对，无误' },
    })
    assert.equal(answer.body.answer, '已核对，无误')
    await done('officer', 'submit')
    await done('supervisor', 'accept')
    await done('officer', 'publish', { publishedOn: '2024-03-01' })
    const { version } = await read()
    await done('officer', 'draft', { document: { ...version.document, intro: '更正后的引言。' } })
    const head = (await who.head('GET', '/todos')).body
    assert.deepEqual(head.counts, [{ kind: 'correction', count: 1 }])
    await done('head', 'correct', { reason: '引言有误' })
    const versions = (await who.officer('GET', `/reports/${reportId}/versions`)).body
    const [newest, , before] = versions
    assert.equal(newest.reason, '引言有误')
    const compared = await who.officer(
      'GET',
      `/reports/${reportId}/compare?from=${before.no}&to=${newest.no}`,
    )
    assert.ok(compared.body.passages.length > 0)
    const withdrawn = await step('officer', 'withdraw', { reason: '内容有误' })
    assert.deepEqual(outcome(withdrawn), [403, 'right.missing'])
  })

  it('下载各种格式的文件，进度、发现、汇总的表', async () => {
    for (const format of ['docx', 'html', 'xlsx', 'xml', 'csv', 'json']) {
      const file = await who.officer('GET', `/reports/${reportId}/download/${format}`)
      assert.equal(file.status, 200, format)
    }
    for (const name of ['board.xlsx', 'findings.xlsx', 'consolidation.xlsx']) {
      const file = await who.supervisor('GET', `/collections/${collectionId}/${name}`)
      assert.equal(file.status, 200, name)
    }
    const sums = (await who.supervisor('GET', `/collections/${collectionId}/consolidation`)).body
    assert.deepEqual([sums.year, sums.cells[0].sources[0].authorityId], [2023, finance])
  })

  it('报告列表按次序翻页，不漏不重；别的次序的游标不收', async () => {
    for (const sort of ['year', 'dueOn', 'authority']) {
      const first = (await who.supervisor('GET', `/reports?sort=${sort}&limit=1`)).body
      const second = (
        await who.supervisor(
          'GET',
          `/reports?sort=${sort}&limit=1&after=${encodeURIComponent(first.next)}`,
        )
      ).body
      assert.equal(second.next, null)
      const names = [...first.items, ...second.items].map(({ authority }) => authority)
      assert.deepEqual(names.toSorted(), ['云岭县人民政府', NAME].toSorted(), sort)
    }
    const { next } = (await who.supervisor('GET', '/reports?sort=dueOn&limit=1')).body
    const other = await who.supervisor('GET', `/reports?after=${encodeURIComponent(next)}`)
    assert.deepEqual(outcome(other), [400, 'request.malformed'])
    const found = (await who.supervisor('GET', '/reports?q=财政&state=published&year=2023')).body
    assert.deepEqual(found.items.length, 1)
  })

  it('后台任务只给管理员；通知只给本人', async () => {
    const jobs = await who.admin('GET', '/jobs')
    const labels = jobs.body.jobs.map(({ label }: { label: string }) => label)
    assert.deepEqual([jobs.status, new Set(labels)], [200, new Set(['发送邮件'])])
    assert.deepEqual(outcome(await who.officer('GET', '/jobs')), [403, 'right.missing'])
    const retry = await who.admin('POST', `/jobs/${reportId}/retry`, { body: { reason: '重试' } })
    assert.deepEqual(outcome(retry), [404, 'job.not-found'])
    const { notices } = (await who.officer('GET', '/notices?unread=true')).body
    assert.ok(notices.some(({ title }: { title: string }) => title.includes('已退回修改')))
    const quiet = { since: '22:00', until: '06:00' }
    const chosen = await who.officer('POST', '/notices/choices', { body: { quiet } })
    assert.deepEqual(chosen.body.quiet, quiet)
    const wrong = await who.officer('POST', '/notices/choices', {
      body: { quiet: { since: '25:00', until: '06:00' } },
    })
    assert.deepEqual(outcome(wrong), [422, 'notice.time'])
    assert.deepEqual(running.faults, [])
  })
})
