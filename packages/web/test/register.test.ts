import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { newUser, type Running, setUpRegion, startPlatform, type Visitor } from './platform.js'

type Cell = { readonly table: string; readonly row: string; readonly column: string }

const REQUEST = {
  channel: 'inPerson',
  arrivedOn: '2023-03-01',
  applicants: {
    kind: 'person',
    people: [
      {
        ...{ part: 'applicant', name: '周小禾', idKind: 'passport', idNumber: 'E00000000' },
        phone: '0000-1234567',
      },
    ],
  },
  wanted: { wanted: '石桥街道道路养护项目的合同', form: 'paper', way: 'post' },
}

describe('由台账编制年度报告', () => {
  let running: Running
  let officer: Visitor
  let authorityId: string
  let reportId: string
  before(async () => {
    running = await startPlatform()
    const { admin, me } = await setUpRegion(running)
    authorityId = me.holdings[0]?.authorityId ?? ''
    const supervisor = (await newUser(running, admin, authorityId, 'supervisingOfficer')).visitor
    officer = (await newUser(running, admin, authorityId, 'disclosureOfficer')).visitor
    const opened = await supervisor('POST', '/collections', {
      body: { authorityId, reportYear: 2023, authorityIds: [authorityId] },
    })
    assert.equal(opened.status, 201, JSON.stringify(opened.body))
    reportId = (await officer('GET', '/reports')).body.items[0].id
  })
  after(() => running.close())

  it('表三、表四取自台账；改动的数字与台账对照列出；其余栏目空白', async () => {
    const asked = await officer('POST', '/requests', { body: { authorityId, ...REQUEST } })
    assert.equal(asked.status, 201, JSON.stringify(asked.body))
    const brought = await officer('POST', '/remedies', {
      body: {
        ...{ authorityId, kind: 'suit', body: '云岭县人民法院' },
        ...{ requestId: asked.body.request.id, instance: { receivedOn: '2023-06-01' } },
      },
    })
    assert.equal(brought.status, 201, JSON.stringify(brought.body))
    const { version } = (await officer('GET', `/reports/${reportId}`)).body.report
    const started = await officer('POST', `/reports/${reportId}/start`, {
      ...{ body: { from: 'register' }, version },
    })
    assert.equal(started.status, 200, JSON.stringify(started.body))
    const view = (await officer('GET', `/reports/${reportId}`)).body
    assert.equal(view.version.origin.kind, 'register')
    const { document } = view.version
    const cell = (table: string, row: string, column: string) =>
      document.cells.find(
        (one: Cell) => one.table === table && one.row === row && one.column === column,
      )
    assert.deepEqual(
      [
        cell('requests', '一', '自然人').value,
        cell('requests', '四', '总计').value,
        cell('requests', '三（一）', '自然人').value,
        cell('remedies', '未经复议直接起诉', '尚未审结').value,
      ],
      [1, 1, 0, 1],
    )
    const others = document.cells.filter(
      ({ table }: Cell) => !['requests', 'remedies'].includes(table),
    )
    assert.ok(
      others.length > 0 && others.every(({ state }: { state: string }) => state === 'blank'),
    )
    const same = (await officer('GET', `/reports/${reportId}/register`)).body
    assert.deepEqual(same, { isUsed: true, differences: [], fees: null })
    const changed = document.cells.map((one: Cell) =>
      one.table === 'requests' && one.row === '一' && one.column === '总计'
        ? { ...one, value: 2, raw: '2' }
        : one,
    )
    const saved = await officer('POST', `/reports/${reportId}/draft`, {
      ...{ body: { document: { ...document, cells: changed } }, version: started.body.version },
    })
    assert.equal(saved.status, 200, JSON.stringify(saved.body))
    const { differences } = (await officer('GET', `/reports/${reportId}/register`)).body
    assert.deepEqual(differences, [
      { table: 'requests', row: '一', column: '总计', report: 2, register: 1 },
    ])
  })
})
