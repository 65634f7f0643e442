import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { listEvents } from '../../src/records/list-events.js'
import { recordAdvice } from '../../src/requests/advices/record-advice.js'
import { keepRequestFiles } from '../../src/requests/keep-files.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { giveOwnData } from '../../src/requests/own-data/give-own-data.js'
import { ownDataTables } from '../../src/requests/own-data/own-data-tables.js'
import { takeOwnData } from '../../src/requests/own-data/take-own-data.js'
import { suggestProactive } from '../../src/requests/proactive/own-suggestion.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { countReadings } from '../../src/requests/readings/count-readings.js'
import { listReadings } from '../../src/requests/readings/list-readings.js'
import { READINGS } from '../../src/requests/readings/readings.js'
import { giveTasks } from '../../src/requests/tasks/give-tasks.js'
import { folderStore } from '../../src/storage/file-store.js'
import { TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { newFolder, SERVERS } from '../support/servers.js'
import { APPLICANT, registered } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

const PDF = Buffer.from('%PDF-1.7 x')
/** Asks in the same request. */
const OTHER = {
  ...APPLICANT,
  name: '吴大田',
  idNumber: '530000198001010017',
  phone: '0000-7654321',
}

const [server] = SERVERS

describe('查阅、复制本人的个人信息；谁看过', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  let own: { readonly requestNumber: string; readonly secret: string }
  const store = folderStore(newFolder())
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
    const { platform, places } = tree
    const guarded = { ...store, inspect: async () => {} }
    const sent = [{ purpose: 'identity', name: '周小禾身份证.pdf', bytes: PDF }] as const
    const files = done(await keepRequestFiles(platform, guarded, sent, null))
    const { request, secret } = await registered(platform, desk.officer, places.own, {
      files,
      applicants: { kind: 'person', people: [APPLICANT, OTHER] },
    })
    requestId = request.id
    own = { requestNumber: request.requestNumber, secret }
    done(await readApplicant(platform, desk.officer, requestId))
    const { sibling } = places
    const { version } = request
    const advised = { advisedOn: TODAY, competentId: sibling, competent: null, contact: null }
    const told = {
      ...advised,
      told: 'phone',
      answer: 'insists',
      reason: '合同由该机关保存',
    } as const
    done(await recordAdvice(platform, desk.officer, { requestId, version, ...told }))
    const draft = draftOf('decision', 'disclosure', ['disclosed'])
    const letter = await approved(platform, desk, requestId, draft)
    const sending = { ...refOf(letter), way: 'post', on: TODAY, proof: 'XA00000000000' } as const
    done(await sendLetter(platform, desk.officer, sending))
    const suggestion = { reason: 'widelyKnown', says: '全街道居民都应当知道' } as const
    done(await suggestProactive(platform, own, '127.0.0.1', suggestion))
    const owner = await tree.owner()
    await owner.query(
      `insert into gongkai.reevaluation (tenant_id, id, request_id, authority_id, outcome, happened_on, reason, next_on, recorded_by)
        select tenant_id, gen_random_uuid(), id, authority_id, 'withheld', $2::date, '内部意见', $2::date + 9, handler_id
        from gongkai.request where id = $1`,
      [requestId, TODAY],
    )
  })
  after(() => tree.close())

  const take = (idNumber: string, proof = own) =>
    takeOwnData(tree.platform, proof, '127.0.0.1', idNumber, store)
  const give = (place: number, proof: string) =>
    giveOwnData(tree.platform, desk.officer, { requestId, place, proof }, store)

  it('编号、密码以外，还要填写登记的证件号码；几人共同申请的，各看各的', async () => {
    assert.equal(refusalOf(await take('530000199001010012')), 'requests.identity-unknown')
    const wrong = { ...own, secret: 'AAAA-AAAA-AAAA-AAAA' }
    assert.equal(refusalOf(await take(APPLICANT.idNumber, wrong)), 'requests.unknown')
    const data = done(await take(` ${APPLICANT.idNumber} `))
    assert.deepEqual([data.person, data.others], [APPLICANT, 1])
    assert.deepEqual(
      data.files.map(({ name, sha256 }) => [name, sha256]),
      [[null, createHash('sha256').update(PDF).digest('hex')]],
    )
    assert.deepEqual(
      data.letters.map(({ kind, sentWay }) => [kind, sentWay]),
      [['disclosure', 'post']],
    )
    assert.deepEqual(
      data.readings.map(({ role, name, count }) => [role, name, count]),
      [['disclosureOfficer', 'applicantRead', 1]],
    )
    const [advice] = data.advices
    assert.deepEqual([advice?.competent, advice?.answer], ['青溪街道办事处', 'insists'])
    assert.deepEqual(
      data.suggestions.map(({ says, decision }) => [says, decision]),
      [['全街道居民都应当知道', null]],
    )
    assert.deepEqual(data.reevaluations, [{ on: TODAY, outcome: 'withheld' }])
    const text = JSON.stringify([data, ownDataTables(data)])
    assert.ok(!text.includes('内部意见'))
    const inside = [desk.officer, desk.leader, desk.disclosureHead].map(({ personId }) => personId)
    for (const hidden of [OTHER.name, OTHER.idNumber, OTHER.phone, ...inside])
      assert.ok(hidden && !text.includes(hidden), hidden ?? '')
    const titles = ownDataTables(data).map(({ title }) => title)
    for (const title of [
      '个人信息',
      '申请',
      '办理步骤',
      '发给您的文书',
      '告知您向其他机关申请',
      '您提出的主动公开建议',
      '谁看过',
    ])
      assert.ok(titles.includes(title), title)
  })

  it('当面提供的，写明核验了什么证明；每次都有记录，本人也看得到', async () => {
    assert.equal(refusalOf(await give(2, '530000198001010017')), 'requests.identity-missing')
    assert.equal(refusalOf(await give(3, '当面核验居民身份证')), 'requests.people-erased')
    const data = done(await give(2, '当面核验吴大田的居民身份证'))
    assert.equal(data.person.name, OTHER.name)
    const subject = { kind: 'request', id: requestId }
    const { events } = done(await listEvents(tree.platform, desk.disclosureHead, { subject }))
    assert.deepEqual(
      events
        .filter(({ name }) => name.startsWith('ownData'))
        .map(({ name, reason }) => [name, reason]),
      [
        ['ownDataGiven', '当面核验＊＊＊的居民身份证'],
        ['ownDataTaken', null],
      ],
    )
    const again = done(await take(OTHER.idNumber))
    assert.deepEqual(
      again.readings.map(({ role, name }) => [role, name]),
      [
        ['disclosureOfficer', 'applicantRead'],
        ['disclosureOfficer', 'ownDataGiven'],
        [null, 'ownDataTaken'],
      ],
    )
  })

  it('捡到回执的人不能逐个试证件号码', async () => {
    const tries: string[] = []
    for (let no = 0; no < 9; no += 1)
      tries.push(refusalOf(await take(`53000019900101${1000 + no}`)))
    assert.equal(tries.at(-1), 'tries.too-many')
  })

  it('谁看过哪一件，逐次可查；看了许多件而一件也不办理的，列在最前', async () => {
    const { platform, places } = tree
    const curious = (await addPerson(tree, 'disclosureOfficer', places.own)).actor
    const asked = (await addPerson(tree, 'sectionHandler', places.own)).actor
    let last = requestId
    for (let no = 0; no < 10; no += 1) {
      const { request } = await registered(platform, desk.officer, places.own)
      last = request.id
      done(await readApplicant(platform, curious, last))
    }
    done(await readApplicant(platform, desk.officer, last))
    const share = { personIds: [asked.personId ?? ''], task: '提供合同', dueOn: null }
    done(await giveTasks(platform, desk.officer, { requestId: last, ...share }))
    done(await readApplicant(platform, asked, last))

    const of = { authorityId: places.own, from: TODAY, to: TODAY }
    const people = done(await countReadings(platform, desk.disclosureHead, of))
    const who = { [`${curious.personId}`]: 'curious', [`${asked.personId}`]: 'asked' }
    assert.deepEqual(
      people.map(({ personId, requests, readings, without, standsOut }) => [
        ...[who[personId] ?? 'officer', requests, readings, without, standsOut],
      ]),
      [
        ['curious', 10, 10, 10, true],
        ['officer', 2, 3, 0, false],
        ['asked', 1, 1, 0, false],
      ],
    )
    const auditor = (await addPerson(tree, 'auditor', places.parent)).actor
    const query = { ...of, personId: null, requestId: last, after: null, limit: 2 }
    const page = done(await listReadings(platform, auditor, query))
    assert.deepEqual(
      page.readings.map(({ personId, role, name }) => [personId, role, name]),
      [
        [asked.personId, 'sectionHandler', 'applicantRead'],
        [desk.officer.personId, 'disclosureOfficer', 'applicantRead'],
      ],
    )
    const rest = done(await listReadings(platform, auditor, { ...query, after: page.next }))
    assert.deepEqual(
      [rest.readings.map(({ personId }) => personId), rest.next],
      [[curious.personId], null],
    )
    const told = JSON.stringify([people, page])
    assert.doesNotMatch(told, new RegExp([APPLICANT, OTHER].map(({ name }) => name).join('|')))
    const { rows } = await (await tree.owner()).query(
      `select indexdef from pg_indexes where indexname = 'event_readings'`,
    )
    const names = [...rows[0].indexdef.matchAll(/'(\w+)'/g)].map(([, name]) => name)
    assert.deepEqual(names.toSorted(), READINGS.toSorted())
  })
})
