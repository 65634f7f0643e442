import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Actor } from '../../src/context.js'
import { searchRequests } from '../../src/requests/search-requests.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, registered } from './given.js'

for (const server of SERVERS) {
  describe(`查找申请 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Actor
    let leader: Actor
    const numbers = new Map<string, string>()
    before(async () => {
      tree = await newTree(server)
      desk = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
      leader = (await addPerson(tree, 'leader', tree.places.own)).actor
      const wanted = { title: null, number: null, form: 'paper', way: 'post', help: null } as const
      const made = [
        ['道路', { ...wanted, wanted: '石桥路养护工程的施工合同' }, '周小禾'],
        ['文件', { ...wanted, wanted: '有关学校的文件', number: '石街发〔2025〕12号' }, '吴清'],
        ['名称', { ...wanted, wanted: '名单', title: 'ＧＤＰ 核算报告' }, '郑禾'],
      ] as const
      for (const [key, one, name] of made) {
        const people = [{ ...APPLICANT, name }]
        const { request } = await registered(tree.platform, desk, tree.places.own, {
          ...{ wanted: one, applicants: { kind: 'person', people } },
        })
        numbers.set(key, request.requestNumber)
      }
    })
    after(() => tree.close())

    const find = async (words: string, actor = desk, authorityId = tree.places.own) => {
      const page = await searchRequests(tree.platform, actor, {
        ...{ authorityId, words, after: null, limit: 10 },
      })
      return page.ok
        ? page.value.requests.map(({ requestNumber }) => requestNumber)
        : page.refusal.code
    }

    // biome-ignore format: table
    const CASES: readonly (readonly [words: string, found: readonly string[]])[] = [
      ['养护工程',        ['道路']],
      ['养护 工程',       ['道路']],
      ['石街发〔2025〕12', ['文件']],
      ['gdp',             ['名称']],
      ['ＧＤＰ核算',      ['名称']],
      ['小禾',            ['道路']],
      ['养工',            []],
      ['没有的内容',      []],
    ]
    for (const [words, found] of CASES) {
      it(`“${words}”`, async () => {
        assert.deepEqual(
          await find(words),
          found.map((key) => numbers.get(key)),
        )
      })
    }

    it('按编号查找；不足两个字的说明；不办理的人不能按姓名查找；别的机关查不到', async () => {
      assert.deepEqual(await find(numbers.get('文件') ?? ''), [numbers.get('文件')])
      assert.equal(await find('路 '), 'requests.words-too-short')
      assert.deepEqual(await find('小禾', leader), [])
      assert.deepEqual(await find('养护工程', leader), [numbers.get('道路')])
      const foreign = (await addPerson(tree, 'disclosureOfficer', tree.places.foreign)).actor
      assert.equal(await find('养护工程', foreign), 'right.missing')
      assert.deepEqual(await find('养护工程', foreign, tree.places.foreign), [])
    })
  })
}
