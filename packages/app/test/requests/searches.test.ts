import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { draftLetter } from '../../src/requests/letters/draft-letter.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { findRelated, readRelated } from '../../src/requests/related/find-related.js'
import {
  listSearches,
  recordSearch,
  strikeSearch,
} from '../../src/requests/searches/record-search.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, registered } from './given.js'
import { type Desk, done, draftOf, newDesk, refusalOf, SEARCHED } from './given-letters.js'

const [server] = SERVERS

describe('检索记录', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
    requestId = (await registered(tree.platform, desk.officer, tree.places.own)).request.id
  })
  after(() => tree.close())

  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, change: Partial<typeof SEARCHED>, code: string])[] = [
    ['检索的日期晚于今天',       { searchedOn: localDate('2026-01-06') }, 'search.day-wrong'],
    ['没有写检索的系统和案卷',   { systems: [], files: [] },              'search.nowhere'],
    ['检索了系统，没有写检索词', { words: [] },                           'search.no-words'],
    ['没有写检索的科室',         { persons: [] },                         'search.no-persons'],
  ]
  for (const [title, change, code] of CASES) {
    it(title, async () => {
      const command = { requestId, ...SEARCHED, ...change }
      assert.equal(refusalOf(await recordSearch(tree.platform, desk.officer, command)), code)
    })
  }

  it('没有检索记录不能告知不存在；登记后答复书由其写成；更正后又不能', async () => {
    const draft = draftOf('decision', 'doesNotExist')
    const letter = done(await draftLetter(tree.platform, desk.officer, { requestId, draft }))
    const read = async () => {
      const ref = { requestId, letterId: letter.id }
      const { text, findings } = done(await readLetter(tree.platform, desk.officer, ref))
      const searched = text.paragraphs.find(({ text: said }) => said.startsWith('检索情况'))
      return [findings.some(({ rule }) => rule === 'LTR-22'), searched?.text]
    }
    assert.deepEqual(await read(), [true, '检索情况：××。'])
    const made = done(await recordSearch(tree.platform, desk.officer, { requestId, ...SEARCHED }))
    const files = { systems: [], words: [], files: ['纸质档案室'], persons: ['档案室'] }
    done(await recordSearch(tree.platform, desk.officer, { requestId, ...SEARCHED, ...files }))
    assert.deepEqual(await read(), [
      false,
      '检索情况：2026年1月5日，由办公室、档案室检索了公文管理系统，使用的检索词为“审批台账”，并查阅了2025年度文书档案、纸质档案室，所查信息的时间范围为2025年，均未找到所申请的信息。',
    ])
    const strike = { requestId, searchId: made.id, reason: '不是这件申请' }
    done(await strikeSearch(tree.platform, desk.officer, strike))
    const again = await strikeSearch(tree.platform, desk.officer, strike)
    assert.equal(refusalOf(again), 'search.not-found')
    const all = done(await listSearches(tree.platform, desk.leader, requestId))
    assert.deepEqual(
      all.map(({ struck }) => struck?.reason ?? null),
      ['不是这件申请', null],
    )
  })
})

for (const one of SERVERS) {
  describe(`此前和相近的申请 ${one.name}`, { skip: one.skip ?? false }, () => {
    it('同一申请人内容相近的在前，其他申请人相近的也列出；别的机关的不列', async () => {
      const tree = await newTree(one)
      const { own, sibling } = tree.places
      const officer = (await addPerson(tree, 'disclosureOfficer', own)).actor
      const beside = (await addPerson(tree, 'disclosureOfficer', sibling)).actor
      const ask = async (wanted: string, idNumber: string, place = own, actor = officer) => {
        const people = [{ ...APPLICANT, idKind: 'passport' as const, idNumber }]
        const { request } = await registered(tree.platform, actor, place, {
          applicants: { kind: 'person', people },
          wanted: { ...NOTHING, wanted },
        })
        return request.id
      }
      const road = await ask('石桥路二〇二五年养护工程的施工合同', 'E10000001')
      const school = await ask('青溪小学招生的范围图', 'E10000001')
      const alike = await ask('石桥路二〇二五年养护工程施工合同文本', 'E20000002')
      await ask('养老服务补贴发放的名册', 'E30000003')
      await ask('石桥路二〇二五年养护工程的施工合同', 'E10000001', sibling, beside)
      const wanted = { ...NOTHING, wanted: '二〇二五年石桥路养护工程施工合同' }
      const people = [{ idKind: 'passport' as const, idNumber: 'e10000001 ' }]
      const command = { authorityId: own, people, wanted }
      const found = done(await findRelated(tree.platform, officer, command))
      assert.deepEqual(
        found.map(({ request, isSameApplicant }) => [request.id, isSameApplicant]),
        [
          [road, true],
          [school, true],
          [alike, false],
        ],
      )
      assert.ok((found[0]?.alike ?? 0) > 0.6 && found[1]?.alike === null)
      const ofRoad = done(await readRelated(tree.platform, officer, road))
      assert.deepEqual(
        ofRoad.map(({ request }) => request.id),
        [school, alike],
      )
      await tree.close()
    })
  })
}

const NOTHING = { title: null, number: null, form: 'paper', way: 'post', help: null } as const
