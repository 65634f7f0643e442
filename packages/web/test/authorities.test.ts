import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { importTemplate, writeSheetRows } from '@gongkai/app'
import {
  newUser,
  outcome,
  type Running,
  setUpRegion,
  startPlatform,
  type Visitor,
} from './platform.js'

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const when = { happenedOn: TODAY, reason: '云编〔2026〕3号' }

describe('机关', () => {
  let running: Running
  let admin: Visitor
  let root: string
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    root = ready.me.holdings[0]?.authorityId ?? ''
  })
  after(() => running.close())

  const add = (name: string, more: object = {}, parentId = root) =>
    admin('POST', '/authorities', {
      body: { parentId, details: { name, kind: 'department', level: 'county', ...more } },
    })
  const post = (id: string, what: string, version: number, body: object) =>
    admin('POST', `/authorities/${id}/${what}`, { version, body: { ...when, ...body } })

  it('增加机关', async () => {
    const body = {
      parentId: root,
      details: { name: ' 云岭县水利局 ', kind: 'department', level: 'county', phone: '0871-1' },
      series: [{ code: '云水公复', purpose: '政府信息公开答复' }],
    }
    const added = await admin('POST', '/authorities', { body })
    assert.deepEqual([added.status, added.body.name], [201, '云岭县水利局'])
    const file = (await admin('GET', `/authorities/${added.body.id}`)).body
    assert.deepEqual(file.series, body.series)
    assert.deepEqual(file.superiors, [{ id: root, name: '云岭县人民政府' }])
    assert.deepEqual(outcome(await add('云岭县水利局')), [409, 'authority.name-taken'])
    assert.deepEqual(outcome(await add('甲', { creditCode: '123' })), [422, 'authority.wrong'])
    assert.deepEqual(outcome(await add('甲', { kind: '局' })), [400, 'request.malformed'])
    assert.deepEqual(outcome(await add('甲', { phon: '1' })), [400, 'request.malformed'])
    const nowhere = await add('甲', {}, added.body.id.replace(/^./, 'f'))
    assert.deepEqual(outcome(nowhere), [404, 'authority.not-found'])
    const { visitor } = await newUser(running, admin, added.body.id, 'administrator')
    const above = await visitor('POST', '/authorities', { body: { ...body, series: [] } })
    assert.deepEqual(outcome(above), [403, 'right.missing'])
  })

  it('更正：版本不符时不覆盖，答复现在的内容', async () => {
    const { body: made } = await add('云岭县林业局')
    const change = (version: number, details: object) =>
      admin('PATCH', `/authorities/${made.id}`, { version, body: { details } })
    const changed = await change(1, { shortName: '县林业局' })
    assert.deepEqual([changed.status, changed.body.version], [200, 2])
    const stale = await change(1, { shortName: '林业局' })
    assert.deepEqual(outcome(stale), [412, 'authority.changed'])
    assert.equal(stale.body.present.shortName, '县林业局')
    assert.equal((await change(2, { shortName: ' ' })).body.shortName, null)
    const bare = await admin('PATCH', `/authorities/${made.id}`, { body: { details: {} } })
    assert.deepEqual(outcome(bare), [428, 'request.no-version'])
    const headers = { 'if-match': '3' }
    const plain = await admin('PATCH', `/authorities/${made.id}`, {
      headers,
      body: { details: {} },
    })
    assert.deepEqual(outcome(plain), [400, 'request.malformed'])
    const series = [{ code: '云林2026', purpose: '答复' }]
    const wrong = await admin('PATCH', `/authorities/${made.id}`, {
      ...{ version: 3, body: { details: {}, series } },
    })
    assert.deepEqual(outcome(wrong), [422, 'series.wrong'])
  })

  it('列表和树', async () => {
    const { body: parent } = await add('云岭县教育局')
    const { body: child } = await add('云岭县教育考试中心', { kind: 'authorised' }, parent.id)
    const below = (await admin('GET', `/authorities?below=${parent.id}`)).body
    assert.deepEqual(
      below.lines.map(({ id }: { id: string }) => id),
      [child.id],
    )
    const found = await admin('GET', `/authorities?q=${encodeURIComponent('教育考试')}`)
    assert.equal(found.body.lines[0].depth, 3)
    const direct = (await admin('GET', `/authorities?below=${root}&direct=true`)).body.lines
    assert.ok(!direct.some(({ id }: { id: string }) => id === child.id))
    const first = (await admin('GET', '/authorities?limit=1')).body
    assert.equal(first.lines[0].id, root)
    const next = encodeURIComponent(first.next)
    assert.equal((await admin('GET', `/authorities?limit=1&after=${next}`)).body.lines.length, 1)
    const { nodes, isComplete } = (await admin('GET', '/authorities/tree')).body
    assert.equal(isComplete, true)
    const node = { id: child.id, parentId: parent.id, name: child.name }
    assert.deepEqual(
      nodes.find(({ id }: { id: string }) => id === child.id),
      {
        ...node,
        pinyin: 'ylxjykszx yunlingxianjiaoyukaoshizhongxin',
        ...{ kind: 'authorised', subordinates: 0 },
      },
    )
    const tree = (await admin('GET', `/authorities/tree?below=${parent.id}`)).body
    assert.equal(tree.nodes.length, 1)
    assert.deepEqual(outcome(await admin('GET', '/authorities?below=1')), [
      400,
      'request.malformed',
    ])
    const nobody = await admin('GET', `/authorities/${parent.id.replace(/^./, 'f')}`)
    assert.deepEqual(outcome(nobody), [404, 'authority.not-found'])
  })

  it('更名、划转', async () => {
    const { body: one } = await add('云岭县粮食局')
    const { body: other } = await add('云岭县发展和改革局')
    const renamed = await post(one.id, 'rename', 1, { name: '云岭县粮食和物资储备局' })
    assert.deepEqual([renamed.status, renamed.body.version], [200, 2])
    const same = await post(one.id, 'rename', 2, { name: '云岭县粮食和物资储备局' })
    assert.deepEqual(outcome(same), [422, 'authority.same-name'])
    const early = await post(one.id, 'rename', 2, { name: '甲', happenedOn: '2099-01-01' })
    assert.deepEqual(outcome(early), [422, 'authority.day-wrong'])
    const moved = await post(one.id, 'move', 2, { parentId: other.id })
    assert.deepEqual([moved.status, moved.body.parentId], [200, other.id])
    const stale = await post(one.id, 'move', 2, { parentId: root })
    assert.deepEqual(outcome(stale), [412, 'authority.changed'])
    const itself = await post(other.id, 'move', 1, { parentId: one.id })
    assert.deepEqual(outcome(itself), [422, 'authority.below-itself'])
    const { history } = (await admin('GET', `/authorities/${one.id}`)).body
    assert.deepEqual(
      history.map(({ kind }: { kind: string }) => kind),
      ['renamed', 'moved'],
    )
  })

  it('合并、分设、撤销', async () => {
    const [{ body: a }, { body: b }, { body: c }] = [
      await add('甲局'),
      await add('乙局'),
      await add('丙局'),
    ]
    const details = { name: '甲乙局', kind: 'department', level: 'county' }
    const merged = await post(a.id, 'merge', 1, {
      others: [{ authorityId: b.id, version: 1 }],
      into: { kind: 'new', parentId: root, details },
    })
    assert.deepEqual([merged.status, merged.body.name], [200, '甲乙局'])
    const gone = await post(a.id, 'rename', 2, { name: '丁局' })
    assert.deepEqual(outcome(gone), [409, 'authority.dissolved'])
    const few = await post(c.id, 'split', 1, { continues: false, into: [] })
    assert.deepEqual(outcome(few), [422, 'authority.too-few'])
    const split = await post(c.id, 'split', 1, {
      continues: true,
      into: [{ kind: 'new', parentId: root, details: { ...details, name: '丁局' } }],
    })
    assert.deepEqual(
      split.body.map(({ name }: { name: string }) => name),
      ['丁局'],
    )
    const { body: open } = await add('戊局')
    await newUser(running, admin, open.id, 'reviewer')
    const still = await post(open.id, 'dissolve', 1, { dutiesTo: root })
    assert.deepEqual(outcome(still), [409, 'authority.still-open'])
    assert.deepEqual(still.body.open, { assignments: 1, subordinates: 0 })
    const dissolved = await post(c.id, 'dissolve', 2, { dutiesTo: root })
    assert.deepEqual([dissolved.status, dissolved.body.dissolvedOn], [200, TODAY])
    const { body } = await admin('GET', '/authorities?state=dissolved')
    assert.deepEqual(body.lines.map(({ name }: { name: string }) => name).toSorted(), [
      '丙局',
      '乙局',
      '甲局',
    ])
  })

  it('地区名称：系统管理员更改，他人先改的告知现在的名称', async () => {
    const { body: region } = await admin('GET', '/region')
    const change = (version: number, name: string) =>
      admin('PATCH', '/region', {
        version,
        body: { name, regionCode: '530199', reason: '撤县设市' },
      })
    const changed = await change(region.version, '云岭市')
    assert.deepEqual(changed.body, { name: '云岭市', regionCode: '530199', version: 2 })
    const stale = await change(region.version, '云岭区')
    assert.deepEqual(
      [...outcome(stale), stale.body.present.name],
      [412, 'region.changed', '云岭市'],
    )
    assert.equal((await admin('GET', '/session')).body.region.name, '云岭市')
  })

  it('导入：先预览，再按预览导入；名单变了不导入', async () => {
    const template = await admin('GET', '/authorities/import/template.xlsx')
    assert.match(template.headers.get('content-disposition') ?? '', /xlsx/)
    const { name } = (await admin('GET', `/authorities/${root}`)).body.authority
    const rows = importTemplate(name).map((cells) =>
      cells.map((cell) => cell.replace('示例：', '')),
    )
    const list = await writeSheetRows('机关', rows)
    const examples = await writeSheetRows('机关', importTemplate(name))
    assert.deepEqual(outcome(await upload('/preview', examples)), [422, 'import.no-rows'])
    const preview = await upload('/preview', list)
    assert.deepEqual(preview.body.counts, { added: 2, changed: 0, unchanged: 0, wrong: 0 })
    const { digest } = preview.body
    const done = await upload('', list, digest)
    assert.deepEqual(done.body, { counts: preview.body.counts })
    const again = await upload('', list, digest)
    assert.deepEqual(outcome(again), [412, 'import.changed'])
    assert.equal(again.body.preview.counts.unchanged, 2)
    const bare = await writeSheetRows('表', [['名字'], ['甲']])
    assert.deepEqual(outcome(await upload('/preview', bare)), [422, 'import.no-headings'])
    const text = new TextEncoder().encode('不是表格')
    assert.equal((await upload('/preview', text)).body.code.split('.')[0], 'file')
    const none = await admin('POST', '/authorities/import/preview', { body: new FormData() })
    assert.deepEqual(outcome(none), [400, 'request.malformed'])
    const large = await upload('/preview', new Uint8Array(2_100_000))
    assert.deepEqual(outcome(large), [413, 'request.too-large'])
  })

  function upload(path: string, bytes: Uint8Array | ArrayBuffer, digest?: string) {
    const body = new FormData()
    body.append('file', new File([new Uint8Array(bytes)], '名单.xlsx'))
    if (digest) body.append('digest', digest)
    return admin('POST', `/authorities/import${path}`, { body })
  }
})
