import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Ground, type LetterKind, localDate } from '@gongkai/law'
import {
  approveLetter,
  returnLetter,
  submitLetter,
} from '../../src/requests/letters/approve-letter.js'
import { changeLetter, draftLetter } from '../../src/requests/letters/draft-letter.js'
import { listLetters, readLetter } from '../../src/requests/letters/read-letters.js'
import { discardLetter, recordService } from '../../src/requests/letters/record-service.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { readRequest } from '../../src/requests/read-request.js'
import { type RecordableStep, recordStep } from '../../src/requests/record-step.js'
import type { RequestFile } from '../../src/requests/request.js'
import { recordSearch } from '../../src/requests/searches/record-search.js'
import { strikeStep } from '../../src/requests/strike-step.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { ANY_SERVER } from '../support/servers.js'
import { dayAfter, later, registered } from './given.js'
import {
  approved,
  type Desk,
  done,
  draftOf,
  newDesk,
  refOf,
  refusalOf,
  SEARCHED,
} from './given-letters.js'

const POSTED = { way: 'post', proof: 'XA00000000000' } as const
const CORRECTION = { name: 'askCorrection', on: TODAY, until: localDate('2026-01-09') } as const
const FEE = [
  { name: 'askFee', on: TODAY },
  { name: 'feeNoticeArrives', on: TODAY },
] as const
const WITHDRAWN = { name: 'withdraw', on: TODAY } as const

type Decision = readonly [
  kind: LetterKind,
  grounds: readonly Ground[] | null,
  needs: readonly string[],
  countedUnder: Ground,
  before?: readonly RecordableStep[],
  /** The day on which it is decided, in days from that of the request. */
  day?: number,
]

const HEAD = ['disclosureHead'] as const
const LEADER = ['disclosureHead', 'leader'] as const
const SECRET = ['secrecyReviewer', ...LEADER] as const

// biome-ignore format: one case a line
const DECISIONS: readonly Decision[] = [
  ['disclosure',        ['published'],         HEAD,   'published'],
  ['disclosure',        ['disclosed'],         HEAD,   'disclosed'],
  ['partialDisclosure', null,                  LEADER, 'partlyDisclosed'],
  ['partialDisclosure', ['disclosed', 'stateSecret'], SECRET, 'partlyDisclosed'],
  ['refusal',           ['stateSecret'],       SECRET, 'stateSecret'],
  ['refusal',           ['forbiddenByLaw'],    SECRET, 'forbiddenByLaw'],
  ['refusal',           ['thirdPartyRights'],  LEADER, 'thirdPartyRights'],
  ['refusal',           ['internalAffairs', 'doesNotExist'], LEADER, 'internalAffairs'],
  ['notOurs',           ['notOurs', 'internalAffairs'], LEADER, 'notOurs'],
  ['specialAccess',     null,                  HEAD,   'specialAccess'],
  ['doesNotExist',      null,                  LEADER, 'doesNotExist'],
  ['notOurs',           null,                  HEAD,   'notOurs'],
  ['mustBeMade',        null,                  HEAD,   'mustBeMade'],
  ['stillUnclear',      null,                  HEAD,   'stillUnclear'],
  ['petition',          null,                  HEAD,   'petition'],
  ['repeated',          null,                  HEAD,   'repeated'],
  ['publication',       null,                  HEAD,   'publication'],
  ['beyondReason',      ['beyondReason'],      LEADER, 'beyondReason'],
  ['beyondReason',      ['confirmAgain'],      LEADER, 'confirmAgain'],
  ['notInformation',    ['notInformation'],    HEAD,   'notInformation'],
  ['abandoned',         ['notCorrected'],      HEAD,   'notCorrected', [CORRECTION]],
  ['abandoned',         ['feeUnpaid'],         HEAD,   'feeUnpaid',    FEE, 29],
  ['closure',           ['merged'],            HEAD,   'merged'],
  ['closure',           ['withdrawn'],         HEAD,   'withdrawn',    [WITHDRAWN]],
  ['ownRecord',         [],                    HEAD,   'otherwise'],
]

for (const server of ANY_SERVER) {
  describe(`依申请公开的文书 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Desk
    before(async () => {
      tree = await newTree(server)
      desk = await newDesk(tree, tree.places.own, '石街公开')
    })
    after(() => tree.close())

    const given = async (change = {}) =>
      (await registered(tree.platform, desk.officer, tree.places.own, change)).request
    const requestOf = async (id: string): Promise<RequestFile> =>
      done(await readRequest(tree.platform, desk.officer, id)).request

    for (const [kind, grounds, needs, countedUnder, steps = [], day = 7] of DECISIONS) {
      it(`${kind} ${grounds?.join('、') ?? ''}：从拟稿到办结`, async () => {
        const platform = later(tree.platform, day)
        const request = await given(kind === 'ownRecord' ? { kind } : {})
        let { version } = request
        for (const step of steps) {
          const command = { requestId: request.id, version, step, note: null }
          version = done(await recordStep(platform, desk.officer, command)).version
        }
        const draft = draftOf('decision', kind, grounds ?? undefined)
        const letter = await approved(platform, desk, request.id, draft)
        assert.deepEqual([letter.kind, letter.state, letter.needs], [kind, 'approved', needs])
        const isFiled = kind === 'closure'
        assert.equal(letter.documentNumber === null, isFiled)
        const on = dayAfter(platform, 0)
        const way = isFiled ? ({ way: 'file', proof: null } as const) : POSTED
        const sent = done(
          await sendLetter(platform, desk.officer, { ...refOf(letter), ...way, on }),
        )
        const closed = await requestOf(request.id)
        assert.deepEqual(
          [closed.stage, closed.closedOn, closed.countedUnder],
          ['closed', steps[0] === WITHDRAWN ? TODAY : on, countedUnder],
        )
        if (grounds && grounds.length > 0) assert.deepEqual(closed.grounds, grounds)
        const no = steps[0] === WITHDRAWN ? 1 : steps.length + 1
        const struck = await strikeStep(platform, desk.officer, {
          ...{ requestId: request.id, version: closed.version, no, reason: '登记错误' },
        })
        assert.equal(refusalOf(struck), 'step.was-reply')
        if (isFiled) return
        const served = await recordService(platform, desk.officer, {
          ...{ ...refOf(sent), outcome: 'served', on, note: '本人签收' },
        })
        assert.equal(done(served).state, 'served')
      })
    }

    it('发文字号连续：同时签发的十件不跳号、不重号；被拒绝的不占号，作废的不再用', async () => {
      const code = '青街公开'
      const busy = await newDesk(tree, tree.places.sibling, code)
      const platform = later(tree.platform, 7)
      const inReview = async () => {
        const { request } = await registered(platform, busy.officer, tree.places.sibling)
        const draft = draftOf('decision')
        const drafted = done(
          await draftLetter(platform, busy.officer, { requestId: request.id, draft }),
        )
        return done(await submitLetter(platform, busy.officer, refOf(drafted)))
      }
      const approve = async (letter: Awaited<ReturnType<typeof inReview>>) =>
        approveLetter(platform, busy.disclosureHead, { ...refOf(letter), opinion: null })
      const letters = []
      for (let n = 0; n < 11; n++) letters.push(await inReview())
      const [last, ...others] = letters
      assert.ok(last)
      const made = (await Promise.all(others.map(approve))).map(done)
      const numbers = made.map(({ documentNumber }) => documentNumber ?? '')
      assert.deepEqual(
        numbers.toSorted(),
        Array.from({ length: 10 }, (_, at) => `${code}〔2026〕${at + 1}号`).toSorted(),
      )
      // The court is gone from the register: the clause on remedies can no longer be printed.
      const owner = await tree.owner()
      const setCourt = (court: string | null) =>
        owner.query(`update gongkai.authority set court = $1 where id = $2`, [
          ...[court, tree.places.sibling],
        ])
      await setCourt(null)
      assert.equal(refusalOf(await approve(last)), 'letter.findings')
      await setCourt('云岭县人民法院')
      const eleventh = done(await approve(last))
      assert.equal(eleventh.documentNumber, `${code}〔2026〕11号`)
      const reason = '内容有误'
      done(await discardLetter(platform, busy.officer, { ...refOf(eleventh), reason }))
      const draft = draftOf('decision')
      const again = await approved(platform, busy, eleventh.requestId, draft)
      assert.equal(again.documentNumber, `${code}〔2026〕12号`)
    })

    it('有错误的不能送审；警告写明理由后可以；没有代字的不能编号', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const wrong = draftOf('decision', 'disclosure', undefined, {
        parts: [{ what: '道路养护合同', ground: 'disclosed' }],
      })
      const letter = done(await draftLetter(platform, desk.officer, { requestId, draft: wrong }))
      const refused = await submitLetter(platform, desk.officer, refOf(letter))
      assert.ok(!refused.ok && refused.refusal.code === 'letter.findings')
      assert.deepEqual(
        [...new Set(refused.refusal.findings.map(({ rule }) => rule))],
        ['LTR-02', 'LTR-03'],
      )
      const none = draftOf('decision', 'disclosure', undefined, { series: '石街密' })
      const unnumbered = done(
        await changeLetter(platform, desk.officer, { ...refOf(letter), draft: none }),
      )
      const missing = await submitLetter(platform, desk.officer, refOf(unnumbered))
      assert.equal(refusalOf(missing), 'letter.series-missing')
    })

    it('只登记为部分公开、没有写明不公开的部分的，不能送审', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const draft = draftOf('decision', 'partialDisclosure', ['partlyDisclosed'])
      const letter = done(await draftLetter(platform, desk.officer, { requestId, draft }))
      const refused = await submitLetter(platform, desk.officer, refOf(letter))
      assert.ok(!refused.ok && refused.refusal.code === 'letter.findings')
      assert.deepEqual(
        refused.refusal.findings.map(({ rule }) => rule),
        ['LTR-21'],
      )
    })

    it('写明随附而没有附件的不能送审；从前只登记为部分公开、已经签发的不能送出', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const bare = draftOf('decision', 'partialDisclosure', undefined, { attachments: [] })
      const letter = done(await draftLetter(platform, desk.officer, { requestId, draft: bare }))
      const refused = await submitLetter(platform, desk.officer, refOf(letter))
      assert.ok(!refused.ok && refused.refusal.code === 'letter.findings')
      assert.deepEqual(
        refused.refusal.findings.map(({ rule }) => rule),
        ['RED-03'],
      )
      const { id: other } = await given()
      const whole = draftOf('decision', 'partialDisclosure')
      const drafted = done(
        await draftLetter(platform, desk.officer, { requestId: other, draft: whole }),
      )
      const owner = await tree.owner()
      await owner.query(
        `update gongkai.request_letter set grounds = '{partlyDisclosed}' where id = $1`,
        [drafted.id],
      )
      let before = done(await submitLetter(platform, desk.officer, refOf(drafted)))
      for (const role of before.needs)
        before = done(
          await approveLetter(platform, desk[role], { ...refOf(before), opinion: null }),
        )
      const on = dayAfter(platform, 0)
      const sent = await sendLetter(platform, desk.officer, { ...refOf(before), ...POSTED, on })
      assert.equal(refusalOf(sent), 'letter.parts-unnamed')
    })

    it('补正通知的文号和日期由台账告知，文书写的不同就有提示', async () => {
      const { id: requestId } = await given()
      const asked = await approved(
        tree.platform,
        desk,
        requestId,
        draftOf('correctionNotice', 'correctionNotice', undefined, {
          correction: { points: ['文件名称'], how: '书面', until: localDate('2026-01-09') },
        }),
      )
      const handed = { ...refOf(asked), way: 'hand', proof: '本人签收', on: TODAY } as const
      done(await sendLetter(tree.platform, desk.officer, handed))
      const { notices } = done(await listLetters(tree.platform, desk.officer, requestId))
      const told = { number: asked.documentNumber ?? '', on: TODAY, servedOn: TODAY }
      const notice = { ...told, until: localDate('2026-01-09') }
      assert.deepEqual(notices, [{ kind: 'correctionNotice', ...notice }])
      const platform = later(tree.platform, 7)
      const findings = async (stated: typeof notice) => {
        const made = draftOf('decision', 'stillUnclear', undefined, { notice: stated })
        const draft = { ...made, waivers: [] }
        const letter = done(await draftLetter(platform, desk.officer, { requestId, draft }))
        const asking = { requestId, letterId: letter.id }
        const view = done(await readLetter(platform, desk.officer, asking))
        done(await discardLetter(platform, desk.officer, { ...refOf(letter), reason: '登记有误' }))
        return view.findings.map(({ rule }) => rule)
      }
      assert.deepEqual(await findings(notice), ['LTR-25'])
      const { version } = await requestOf(requestId)
      const step = { name: 'receiveCorrection', on: dayAfter(tree.platform, 2) } as const
      done(await recordStep(platform, desk.officer, { requestId, version, step, note: null }))
      assert.deepEqual(await findings(notice), [])
      const wrong = { ...notice, number: '石街公开〔2025〕99号' }
      assert.deepEqual(await findings(wrong), ['LTR-23'])
    })

    it('签发之后期限有变动、或者尚不能确定的，延期告知书不能送出', async () => {
      const platform = later(tree.platform, 7)
      const of = { consultation: '某机关', whom: 'otherAuthority' } as const
      const sent = { name: 'consult', on: TODAY, ...of } as const
      const { consultation } = of
      const on = dayAfter(tree.platform, 3)
      const told = { name: 'receiveOpinion', on, consultation } as const
      for (const steps of [[sent, told], [sent]]) {
        const request = await given()
        const letter = await approved(platform, desk, request.id, draftOf('extensionNotice'))
        const ref = { requestId: request.id, note: null }
        let { version } = request
        for (const step of steps)
          ({ version } = done(await recordStep(platform, desk.officer, { ...ref, version, step })))
        const sending = { ...refOf(letter), ...POSTED, on: dayAfter(platform, 0) }
        const refused = await sendLetter(platform, desk.officer, sending)
        assert.equal(refusalOf(refused), 'letter.step-differs')
      }
    })

    it('逾期的答复照样送出，写明原因，并且看得出逾期', async () => {
      const { id: requestId } = await given()
      const platform = later(tree.platform, 30)
      const draft = draftOf('decision')
      const letter = done(await draftLetter(platform, desk.officer, { requestId, draft }))
      const refused = await submitLetter(platform, desk.officer, refOf(letter))
      assert.equal(refusalOf(refused), 'letter.findings')
      const waivers = [{ rule: 'LTR-06', says: null, reason: '承办科室提供材料晚' }]
      done(
        await changeLetter(platform, desk.officer, {
          ...{ ...refOf(letter), draft: { ...draft, waivers } },
        }),
      )
      const ref = { ...refOf(letter), version: 2 }
      const submitted = done(await submitLetter(platform, desk.officer, ref))
      const signed = done(
        await approveLetter(platform, desk.disclosureHead, { ...refOf(submitted), opinion: null }),
      )
      const on = dayAfter(platform, 0)
      const sent = done(
        await sendLetter(platform, desk.officer, { ...refOf(signed), ...POSTED, on }),
      )
      assert.deepEqual([sent.isLate, sent.dueOn, sent.sentOn], [true, '2026-02-02', '2026-02-04'])
    })

    it('拟稿的人不审批，改过的人也不审批；职责不对的不能批；数据库也不放行', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const draft = draftOf('decision')
      const drafted = done(await draftLetter(platform, desk.officer, { requestId, draft }))
      const changed = done(
        await changeLetter(platform, desk.disclosureHead, { ...refOf(drafted), draft }),
      )
      const letter = done(await submitLetter(platform, desk.officer, refOf(changed)))
      const command = { ...refOf(letter), opinion: null }
      const own = await approveLetter(platform, desk.disclosureHead, command)
      assert.equal(refusalOf(own), 'letter.own-work')
      const leader = await approveLetter(platform, desk.leader, command)
      assert.equal(refusalOf(leader), 'right.missing')
      const owner = await tree.owner()
      const asApp = async (statement: string) => {
        await owner.query('begin')
        try {
          await owner.query('set local role gongkai_app')
          await owner.query(
            `select set_config('gongkai.tenant', $1, true), set_config('gongkai.person', $2, true), set_config('gongkai.day', $3, true)`,
            [tree.platform.tenantId, desk.disclosureHead.personId, TODAY],
          )
          await owner.query(statement)
          return 'done'
        } catch (thrown) {
          return (thrown as { code?: string }).code
        } finally {
          await owner.query('rollback')
        }
      }
      const of = `where id = '${letter.id}'`
      const drafting = done(
        await draftLetter(platform, desk.officer, { requestId: (await given()).id, draft }),
      )
      for (const statement of [
        `insert into gongkai.request_letter_approval select tenant_id, id, round, 'disclosureHead', authority_id, writers[2], now()
          from gongkai.request_letter ${of}`,
        `update gongkai.request_letter set number_code = '石街公开', number_year = 2026 ${of}`,
        `update gongkai.request_letter set state = 'approved', approved_on = '2026-01-12', paper = 'x' ${of}`,
        `update gongkai.request_letter set content = 'x' ${of}`,
        `update gongkai.request_letter set needs = '{}' ${of}`,
        `update gongkai.request_letter set content = 'x' where id = '${drafting.id}'`,
      ])
        assert.equal(await asApp(statement), '42501', statement)
    })

    it('退回修改后重新逐级审批；两人同时审批，一人办成，另一人得知现在的情况', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      done(await recordSearch(platform, desk.officer, { requestId, ...SEARCHED }))
      const draft = draftOf('decision', 'doesNotExist')
      const drafted = done(await draftLetter(platform, desk.officer, { requestId, draft }))
      const first = done(await submitLetter(platform, desk.officer, refOf(drafted)))
      const waits = async (who: Desk[keyof Desk]) =>
        done(await listTodos(platform, who))
          .items.filter(({ path }) => path?.endsWith(drafted.id))
          .map(({ kind }) => kind)
      assert.deepEqual(await waits(desk.disclosureHead), ['letterAgree'])
      assert.deepEqual(await waits(desk.leader), [])
      const command = { ...refOf(first), opinion: '同意' }
      const agreed = done(await approveLetter(platform, desk.disclosureHead, command))
      assert.deepEqual(await waits(desk.disclosureHead), [])
      assert.deepEqual(await waits(desk.leader), ['letterSign'])
      const reason = '检索范围不全'
      const back = done(await returnLetter(platform, desk.leader, { ...refOf(agreed), reason }))
      assert.deepEqual([back.state, back.round], ['draft', 2])
      const second = done(await submitLetter(platform, desk.officer, refOf(back)))
      const tooEarly = await approveLetter(platform, desk.leader, {
        ...{ ...refOf(second), opinion: null },
      })
      assert.equal(refusalOf(tooEarly), 'right.missing')
      const both = await Promise.all(
        [1, 2].map(() =>
          approveLetter(platform, desk.disclosureHead, { ...refOf(second), opinion: null }),
        ),
      )
      assert.deepEqual(both.map(refusalOf).toSorted(), ['', 'letter.changed'])
    })

    it('签发之后申请人撤回的，答复不再送出', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId, version } = await given()
      const letter = await approved(platform, desk, requestId, draftOf('decision'))
      const withdraw = { requestId, version, step: WITHDRAWN, note: null }
      done(await recordStep(platform, desk.officer, withdraw))
      const on = dayAfter(platform, 0)
      const sent = await sendLetter(platform, desk.officer, { ...refOf(letter), ...POSTED, on })
      assert.equal(refusalOf(sent), 'letter.request-closed')
      const next = await draftLetter(platform, desk.officer, {
        ...{ requestId, draft: draftOf('decision') },
      })
      assert.equal(refusalOf(next), 'letter.request-closed')
    })

    it('一件申请只有一份决定文书；种类由决定选定', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const draft = draftOf('decision')
      const drafts = await Promise.all(
        [1, 2].map(() => draftLetter(platform, desk.officer, { requestId, draft })),
      )
      assert.deepEqual(drafts.map(refusalOf).toSorted(), ['', 'letter.decision-exists'])
      const chosen = { ...draft, drafted: 'refusal' as const }
      const other = await draftLetter(platform, desk.officer, { requestId, draft: chosen })
      assert.equal(refusalOf(other), 'letter.kind-decided')
    })

    it('两人同时登记送出同一份答复：一人办成，另一人得知现在的情况，答复只登记一次', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const letter = await approved(platform, desk, requestId, draftOf('decision'))
      const sending = { ...refOf(letter), ...POSTED, on: dayAfter(platform, 0) }
      const both = await Promise.all(
        [desk.officer, desk.disclosureHead].map((one) => sendLetter(platform, one, sending)),
      )
      assert.deepEqual(both.map(refusalOf).toSorted(), ['', 'letter.changed'])
      const { steps } = done(await readRequest(platform, desk.officer, requestId))
      assert.deepEqual(
        steps.map(({ step }) => step.name),
        ['reply'],
      )
    })

    it('退信后重新投递、公告送达：办结日仍是第一次交邮之日', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      const letter = await approved(platform, desk, requestId, draftOf('decision'))
      const on = dayAfter(platform, 0)
      const early = { ...refOf(letter), ...POSTED, on: TODAY }
      assert.equal(refusalOf(await sendLetter(platform, desk.officer, early)), 'letter.day-wrong')
      const unproved = { ...refOf(letter), ...POSTED, on, proof: ' ' }
      const bare = await sendLetter(platform, desk.officer, unproved)
      assert.equal(refusalOf(bare), 'letter.proof-missing')
      const sent = done(
        await sendLetter(platform, desk.officer, { ...refOf(letter), ...POSTED, on }),
      )
      const later3 = later(platform, 3)
      const day3 = dayAfter(platform, 3)
      const record = (ref: typeof sent, outcome: 'returned' | 'noticed' | 'served') =>
        recordService(later3, desk.officer, {
          ...{ ...refOf(ref), outcome, on: day3, note: '查无此人' },
        })
      const back = done(await record(sent, 'returned'))
      const again = done(
        await sendLetter(later3, desk.officer, { ...refOf(back), ...POSTED, on: day3 }),
      )
      assert.deepEqual([again.state, again.sentOn], ['sent', on])
      const noticed = done(await record(done(await record(again, 'returned')), 'noticed'))
      assert.deepEqual([noticed.state, (await requestOf(requestId)).closedOn], ['noticed', on])
      const before = { outcome: 'served', on: dayAfter(platform, 2), note: '公告期满' } as const
      const served = await recordService(later3, desk.officer, { ...refOf(noticed), ...before })
      assert.equal(refusalOf(served), 'letter.day-wrong')
      const { course } = done(
        await readLetter(platform, desk.officer, { requestId, letterId: letter.id }),
      )
      assert.deepEqual(
        course.map(({ state }) => state),
        ['draft', 'inReview', 'approved', 'sent', 'returned', 'sent', 'returned', 'noticed'],
      )
    })

    it('各类通知的送出就是期限上的步骤；延期、收费、征求意见的送达也是', async () => {
      // biome-ignore format: one case a line
      const notices: readonly (readonly [kind: LetterKind, stage: string, steps: readonly string[]])[] = [
        ['correctionNotice',       'awaitingCorrection', ['askCorrection']],
        ['reasonsNotice',          'awaitingReasons',    ['askReasons']],
        ['extensionNotice',        'examining',          ['extend']],
        ['feeNotice',              'awaitingFee',        ['askFee', 'feeNoticeArrives']],
        ['thirdPartyConsultation', 'examining',          ['consult', 'consultationArrives']],
        ['coMakerConsultation',    'examining',          ['consult', 'consultationArrives']],
        ['consultationNotice',     'examining',          []],
        ['registration',           'examining',          []],
      ]
      const platform = later(tree.platform, 7)
      for (const [kind, stage, steps] of notices) {
        const { id: requestId } = await given()
        const letter = await approved(platform, desk, requestId, draftOf(kind as 'registration'))
        const on = dayAfter(platform, 0)
        const handed = { ...refOf(letter), way: 'hand', on, proof: '收发室签收' } as const
        done(await sendLetter(platform, desk.officer, handed))
        const view = done(await readRequest(platform, desk.officer, requestId))
        assert.deepEqual(
          [view.request.stage, view.steps.map(({ step }) => step.name)],
          [stage, steps],
          kind,
        )
      }
    })

    it('自己的段落可以另写，事实变了也不丢；法律的文字照旧；库里没有明文，记录里没有个人信息', async () => {
      const platform = later(tree.platform, 7)
      const { id: requestId } = await given()
      done(await recordSearch(platform, desk.officer, { requestId, ...SEARCHED }))
      const draft = draftOf('decision', 'doesNotExist')
      const letter = done(await draftLetter(platform, desk.officer, { requestId, draft }))
      const read = () =>
        readLetter(platform, desk.officer, { requestId, letterId: letter.id }).then(done)
      const own = (await read()).text.paragraphs.find(({ kind }) => kind === 'own')?.text ?? ''
      const to = '检索情况：2026年1月8日，由办公室检索了公文管理系统，均未找到所申请的信息。'
      const rewordings = [{ from: own, to }]
      const worded = { ...refOf(letter), draft: { ...draft, rewordings } }
      done(await changeLetter(platform, desk.officer, worded))
      const view = await read()
      assert.ok(view.text.paragraphs.some(({ text }) => text === to))
      assert.deepEqual([view.unplaced, view.text.documentNumber], [[], null])
      const other = draftOf('decision', 'mustBeMade')
      const ref = { ...refOf(letter), version: 2 }
      done(await changeLetter(platform, desk.officer, { ...ref, draft: { ...other, rewordings } }))
      assert.deepEqual((await read()).unplaced, rewordings)
      const owner = await tree.owner()
      const { rows } = await owner.query(
        `select row_to_json(l)::text as text from gongkai.request_letter l where id = $1
          union all select detail::text from gongkai.event where subject_id = $2`,
        [letter.id, requestId],
      )
      const name = Buffer.from('周小禾')
      for (const { text } of rows)
        for (const shape of ['周小禾', name.toString('hex'), name.toString('base64')])
          assert.ok(!text.includes(shape))
    })
  })
}
