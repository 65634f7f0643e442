import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { withdrawOwn } from '../../src/requests/act-on-own.js'
import { confirmReceipt } from '../../src/requests/confirm-receipt.js'
import {
  type CorrectRequest,
  correctRequest,
  previewCorrection,
} from '../../src/requests/correct-request.js'
import { countOwnRecords } from '../../src/requests/count-own-records.js'
import { countRequests } from '../../src/requests/count-requests.js'
import { draftLetter } from '../../src/requests/letters/draft-letter.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { discardLetter } from '../../src/requests/letters/record-service.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { listRequests, type Queue } from '../../src/requests/list-requests.js'
import { leaveUnpapered } from '../../src/requests/owed-papers.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequest } from '../../src/requests/read-request.js'
import { type RecordableStep, recordStep } from '../../src/requests/record-step.js'
import { registrationOf } from '../../src/requests/registration.js'
import type { RequestFile } from '../../src/requests/request.js'
import { closeUnreceived, restoreRequest, strikeRequest } from '../../src/requests/set-aside.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, dayAfter, later, registered, submitted } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

const [server] = SERVERS

describe('申请台账的真实：更正登记、划去、未受理、应当告知的步骤', {
  skip: server?.skip ?? false,
}, () => {
  let tree: Tree
  let desk: Desk
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
  })
  after(() => tree.close())

  const given = async (change = {}) =>
    (await registered(tree.platform, desk.officer, tree.places.own, change)).request
  const viewOf = async (id: string, who = desk.officer) =>
    done(await readRequest(tree.platform, who, id))
  const correctionOf = (
    request: RequestFile,
    change: object,
    people: CorrectRequest['people'] = null,
  ): CorrectRequest => ({
    ...{ requestId: request.id, version: request.version, reason: '照申请书更正', people },
    registration: { ...registrationOf(request), ...change },
  })
  const queue = async (wanted: Queue) =>
    done(
      await listRequests(tree.platform, desk.officer, {
        ...{ authorityId: tree.places.own, queue: wanted, handlerId: null, after: null, limit: 50 },
      }),
    ).requests.map(({ id }) => id)
  const counted = async () => {
    const period = { from: localDate('2026-01-01'), to: localDate('2026-12-31') }
    const cells = done(
      await countRequests(tree.platform, desk.officer, {
        ...{ authorityId: tree.places.own, form: '2021', ...period },
      }),
    )
    return cells.find(({ row, column }) => row === '一' && column === '总计')?.value
  }
  const step = async (request: RequestFile, ...steps: readonly RecordableStep[]) => {
    let { version } = request
    for (const one of steps) {
      const command = { requestId: request.id, version, step: one, note: null }
      version = done(await recordStep(tree.platform, desk.disclosureHead, command)).version
    }
    return version
  }

  it('申请事项登记错了的可以更正；已经拟制决定文书的，作废后再更正', async () => {
    const request = await given()
    const draft = draftOf('decision')
    const letter = done(
      await draftLetter(tree.platform, desk.officer, { requestId: request.id, draft }),
    )
    const command = correctionOf(request, { kind: 'ownRecord' })
    const refused = await correctRequest(tree.platform, desk.officer, command)
    assert.equal(refusalOf(refused), 'requests.kind-fixed')
    const reason = '申请事项有误'
    done(await discardLetter(tree.platform, desk.officer, { ...refOf(letter), reason }))
    const before = await counted()
    const { column } = done(await previewCorrection(tree.platform, desk.officer, command))
    assert.deepEqual(column, { before: '自然人', after: '不计入表三，更正申请另行统计' })
    const after = done(await correctRequest(tree.platform, desk.officer, command))
    assert.deepEqual([after.kind, after.dueOn], ['ownRecord', request.dueOn])
    assert.notEqual(await counted(), before)
    const back = correctionOf(after, { kind: 'disclosure' })
    done(await correctRequest(tree.platform, desk.officer, back))
    assert.equal(await counted(), before)
  })

  it('更正渠道和日期：先看怎样变动，再更正；期限重新计算，更正前的内容留下，记录里没有个人信息', async () => {
    const request = await given()
    const change = {
      channel: 'registeredMail',
      arrivedOn: localDate('2025-12-31'),
      proof: '签收单1',
    }
    const command = correctionOf(request, change)
    const moves = done(await previewCorrection(tree.platform, desk.officer, command))
    assert.deepEqual(moves.changed, ['channel', 'arrivedOn', 'proof'])
    assert.deepEqual(
      [moves.receivedOn, moves.dueOn],
      [
        { before: TODAY, after: '2025-12-31' },
        { before: '2026-02-02', after: '2026-01-29' },
      ],
    )
    assert.equal((await viewOf(request.id)).request.version, request.version)
    const after = done(await correctRequest(tree.platform, desk.officer, command))
    assert.deepEqual(
      [after.requestNumber, after.channel, after.receivedOn, after.dueOn],
      [request.requestNumber, 'registeredMail', '2025-12-31', '2026-01-29'],
    )
    const [correction] = (await viewOf(request.id)).corrections
    assert.deepEqual(
      [correction?.before?.channel, correction?.before?.arrivedOn, correction?.reason],
      ['inPerson', TODAY, '照申请书更正'],
    )
    const [told] = (await viewOf(request.id, desk.leader)).corrections
    assert.deepEqual([told?.before, told?.reason], [null, null])
    const bare = correctionOf(after, { proof: null })
    const unproved = await correctRequest(tree.platform, desk.officer, bare)
    assert.equal(refusalOf(unproved), 'requests.proof-missing')
    const same = await correctRequest(tree.platform, desk.officer, correctionOf(after, {}))
    assert.equal(refusalOf(same), 'requests.nothing-changed')
    const owner = await tree.owner()
    const { rows } = await owner.query(
      `select row_to_json(e)::text as text from gongkai.event e where subject_id = $1::text
        union all select row_to_json(c)::text from gongkai.request_correction c where request_id = $1::uuid`,
      [request.id],
    )
    for (const { text } of rows) assert.ok(!text.includes('周小禾') && !text.includes('道路养护'))
  })

  it('更正申请人：拟稿随之更正，更正前的申请人查看时有记录；审批中的不能更正', async () => {
    const request = await given()
    const draft = draftOf('decision')
    const letter = done(
      await draftLetter(tree.platform, desk.officer, { requestId: request.id, draft }),
    )
    const people = [{ ...APPLICANT, name: '周小苗' }]
    const command = correctionOf(request, {}, people)
    const after = done(await correctRequest(tree.platform, desk.officer, command))
    assert.equal(after.applicantMasked, '周＊＊')
    const { text } = done(
      await readLetter(tree.platform, desk.officer, { requestId: request.id, letterId: letter.id }),
    )
    assert.equal(text.addressee, '周小苗')
    const applicants = done(await readApplicant(tree.platform, desk.officer, request.id))
    assert.deepEqual(
      applicants.map(({ person, until }) => [person?.name, until === null]),
      [
        ['周小苗', true],
        ['周小禾', false],
      ],
    )
    const other = await given()
    await approved(later(tree.platform, 7), desk, other.id, draft)
    const late = await correctRequest(tree.platform, desk.officer, correctionOf(other, {}, people))
    assert.equal(refusalOf(late), 'requests.letter-underway')
  })

  it('依规清除的，更正前的内容和原因一并清除', async () => {
    const { id } = await given()
    const { request } = await viewOf(id)
    const command = correctionOf(request, { title: '合同' }, [{ ...APPLICANT, name: '周小苗' }])
    done(await correctRequest(tree.platform, desk.officer, command))
    const owner = await tree.owner()
    await owner.query('begin')
    // The decision that an erasure rests on is proved elsewhere.
    await owner.query(
      `alter table gongkai.request drop constraint request_erased, drop constraint request_erasure`,
    )
    await owner.query(
      `update gongkai.request set erased_at = now(), erasure_id = gen_random_uuid() where id = $1`,
      [id],
    )
    const { rows } = await owner.query(
      `select length(before) as length, people_before, reason from gongkai.request_correction where request_id = $1`,
      [id],
    )
    await owner.query('rollback')
    assert.deepEqual(rows, [{ length: 0, people_before: null, reason: '（已依规清除）' }])
  })

  it('步骤不许可的更正被拒绝；收到之日有步骤的不能变为未定', async () => {
    const request = await given()
    const version = await step(request, {
      name: 'askReasons',
      on: TODAY,
      until: dayAfter(tree.platform, 9),
    })
    const now = { ...(await viewOf(request.id)).request, version }
    const platform = later(tree.platform, 3)
    const after = correctionOf(now, { arrivedOn: dayAfter(tree.platform, 2) })
    assert.equal(
      refusalOf(await previewCorrection(platform, desk.officer, after)),
      'clock.before-receipt',
    )
    const unconfirmed = correctionOf(now, { channel: 'email', proof: '邮件' })
    assert.equal(
      refusalOf(await correctRequest(platform, desk.officer, unconfirmed)),
      'requests.steps-exist',
    )
  })

  it('划去：负责人办理，保留编号，不计入统计；恢复后期限照旧；已经送出文书的不能划去', async () => {
    const before = Number(await counted())
    const request = await given()
    assert.equal(await counted(), before + 1)
    const ref = { requestId: request.id, version: request.version, reason: '同一封信登记了两次' }
    assert.equal(refusalOf(await strikeRequest(tree.platform, desk.officer, ref)), 'right.missing')
    const struck = done(await strikeRequest(tree.platform, desk.disclosureHead, ref))
    assert.deepEqual(
      [struck.requestNumber, struck.setAside, struck.setAsideReason, struck.receivedOn],
      [request.requestNumber, 'struck', ref.reason, null],
    )
    assert.equal(await counted(), before)
    assert.ok((await queue('setAside')).includes(request.id))
    for (const one of ['open', 'closed'] as const)
      assert.ok(!(await queue(one)).includes(request.id))
    const again = { ...ref, version: struck.version }
    const twice = await strikeRequest(tree.platform, desk.disclosureHead, again)
    assert.equal(refusalOf(twice), 'requests.set-aside')
    const restored = done(await restoreRequest(tree.platform, desk.officer, again))
    assert.deepEqual([restored.setAside, restored.dueOn], [null, request.dueOn])
    const platform = later(tree.platform, 7)
    const letter = await approved(platform, desk, request.id, draftOf('registration'))
    const on = dayAfter(platform, 0)
    done(
      await sendLetter(platform, desk.officer, { ...refOf(letter), way: 'post', on, proof: 'X1' }),
    )
    const late = { ...ref, version: restored.version }
    assert.equal(
      refusalOf(await strikeRequest(platform, desk.disclosureHead, late)),
      'requests.letter-sent',
    )
  })

  it('未受理：只有待确认的可以；不能再确认，恢复后照常；申请人看到的是已终结', async () => {
    const { request, secret } = await submitted(tree.platform, tree.places.own)
    const ref = { requestId: request.id, version: request.version, reason: '内容为广告' }
    const ended = done(await closeUnreceived(tree.platform, desk.officer, ref))
    assert.deepEqual(
      [ended.stage, ended.setAside, ended.countedUnder],
      ['closed', 'notReceived', null],
    )
    const confirming = { on: TODAY, how: '电话', applicantOn: null }
    const confirmed = await confirmReceipt(tree.platform, desk.officer, {
      ...{ requestId: request.id, version: ended.version, ...confirming },
    })
    assert.equal(refusalOf(confirmed), 'requests.closed')
    const own = { requestNumber: request.requestNumber, secret }
    assert.equal(refusalOf(await withdrawOwn(tree.platform, own, '10.0.0.9')), 'requests.closed')
    const back = done(
      await restoreRequest(tree.platform, desk.officer, { ...ref, version: ended.version }),
    )
    assert.deepEqual([back.stage, back.nextWhat], ['arrived', 'confirmReceipt'])
    const received = await given()
    const fixed = { ...ref, requestId: received.id, version: received.version }
    assert.equal(
      refusalOf(await closeUnreceived(tree.platform, desk.officer, fixed)),
      'requests.receipt-fixed',
    )
  })

  it('更正与自身相关的记录：结果随告知书登记，另行统计，不计入表三；转送的另有转送函；撤回的可以归档', async () => {
    const before = await counted()
    const platform = later(tree.platform, 7)
    const forwarded = await given({ kind: 'ownRecord' })
    const ownRecord = { record: '学历记录', result: 'forwarded', other: '嘉禾市财政局' } as const
    const send = async (id: string, draft: ReturnType<typeof draftOf>, way: 'post' | 'file') => {
      const letter = await approved(platform, desk, id, draft)
      const sending = { ...refOf(letter), way, on: dayAfter(platform, 0), proof: 'X1' }
      return done(await sendLetter(platform, desk.officer, sending))
    }
    const told = draftOf('decision', 'ownRecord', [], { ownRecord })
    await send(forwarded.id, told, 'post')
    assert.equal((await viewOf(forwarded.id)).request.ownResult, 'forwarded')
    const transfer = draftOf('recordTransfer', undefined, undefined, { ownRecord })
    assert.equal((await send(forwarded.id, transfer, 'post')).kind, 'recordTransfer')
    const ended = await given({ kind: 'ownRecord' })
    await step(ended, { name: 'withdraw', on: TODAY })
    assert.equal(
      (await send(ended.id, draftOf('decision', 'closure', ['withdrawn']), 'file')).kind,
      'closure',
    )
    await given({ kind: 'ownRecord' })
    const counts = done(
      await countOwnRecords(platform, desk.officer, {
        ...{ authorityId: tree.places.own, from: TODAY, to: dayAfter(platform, 0) },
      }),
    )
    assert.deepEqual(counts, {
      ...{ received: 3, corrected: 0, refused: 0, forwarded: 1, directed: 0, ended: 1, open: 1 },
    })
    assert.equal(await counted(), before)
  })

  it('延长、延迟、放弃、撤回登记了而没有发文书：列为待办，送出文书或者注明理由后了结', async () => {
    const request = await given()
    await step(request, { name: 'extend', on: TODAY, days: 10 })
    const owedOf = async (id: string) => (await viewOf(id)).owed.map(({ kind }) => kind)
    assert.deepEqual(await owedOf(request.id), ['extensionNotice'])
    assert.ok((await queue('untold')).includes(request.id))
    const todos = done(await listTodos(tree.platform, desk.officer))
    const kinds = todos.items
      .filter(({ path }) => path?.endsWith(request.id))
      .map(({ kind }) => kind)
    assert.ok(kinds.includes('requestUntold'))
    const platform = later(tree.platform, 2)
    const on = dayAfter(platform, 0)
    const send = async (days: number) => {
      const extension = { reason: '需要核对', days }
      const draft = draftOf('extensionNotice', undefined, undefined, { extension })
      const letter = await approved(platform, desk, request.id, draft)
      const sending = { ...refOf(letter), way: 'post', on, proof: 'X1' } as const
      return { letter, sent: await sendLetter(platform, desk.officer, sending) }
    }
    assert.equal(refusalOf((await send(20)).sent), 'letter.step-differs')
    const { letter, sent } = await send(10)
    assert.equal(done(sent).dueOn, '2026-02-02')
    const { text } = done(
      await readLetter(platform, desk.officer, { requestId: request.id, letterId: letter.id }),
    )
    assert.ok(text.paragraphs.some((one) => one.text.includes('2026年2月16日届满')) === false)
    assert.ok(text.paragraphs.some((one) => one.text.includes('至2026年2月2日届满')))
    const { steps } = await viewOf(request.id)
    assert.deepEqual([steps.length, await owedOf(request.id)], [1, []])

    const other = await given()
    const version = await step(other, { name: 'withdraw', on: TODAY })
    assert.deepEqual(await owedOf(other.id), ['closure'])
    const leave = { requestId: other.id, version, no: 1, reason: '当面告知，已作记录' }
    done(await leaveUnpapered(tree.platform, desk.officer, leave))
    assert.deepEqual(await owedOf(other.id), [])
    const twice = { ...leave, version: version + 1 }
    assert.equal(
      refusalOf(await leaveUnpapered(tree.platform, desk.officer, twice)),
      'step.not-owing',
    )
  })
})
