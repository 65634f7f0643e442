import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import {
  ADVICE_ANSWERS as ANSWERS,
  AUTHORITY_KINDS,
  AUTHORITY_LEVELS,
  IDENTITY_KINDS,
  NEWS,
  REQUEST_EVENTS,
  REPORT_STATES as STATES,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
  TODO_KINDS as TODOS,
  ADVICE_TOLD as TOLD,
  NEWS_WAYS as WAYS_OF_NEWS,
} from '@gongkai/app'
import { agentText } from '../../src/staff/account/agent-text.js'
import { rowByKey, treeRows } from '../../src/staff/authorities/tree-rows.js'
import { groupsOf } from '../../src/staff/requests/materials/tick-groups.js'
import { passwordWords } from '../../src/staff/session/password-words.js'
import {
  datesText,
  dayText,
  instantText,
  KINDS,
  LEVELS,
} from '../../src/staff/words/authority-words.js'
import { EVENTS } from '../../src/staff/words/event-words.js'
import { fieldLabel } from '../../src/staff/words/field-words.js'
import { REPORT_STATES, TODO_KINDS } from '../../src/staff/words/report-words.js'
import {
  ADVICE_ANSWERS,
  ADVICE_TOLD,
  FORMS,
  IDENTITIES,
  NEWS_WAYS,
  NEWS_WORDS,
  nextOf,
  WAYS,
} from '../../src/staff/words/request-words.js'

describe('密码强弱的说法', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [password: string, again: string, says: string])[] = [
    ['',                  '',     '至少12个字符，可以用几个互不相干的词语连成一句。'],
    ['abcde',             '',     '太短：已有5个字符，还差7个。'],
    ['柿子风筝',          '',     '太短：已有4个字符，还差8个。'],
    ['aaaaaaaaaaaa',      '',     '容易被猜到：不同的字符太少。'],
    ['柿子风筝渡口铜锣茶盏石桥', '柿子', '两次填写的密码不一致。'],
    ['柿子风筝渡口铜锣茶盏石桥', '',     '长度合格；再长一些更好。'],
    ['柿子 风筝 渡口 铜锣 茶盏 石桥', '', '长度很好。'],
  ]
  for (const [password, again, says] of CASES) {
    it(says, () => assert.equal(passwordWords(password, again), says))
  }
})

describe('机关树', () => {
  const node = (id: string, parentId: string | null, name: string, pinyin: string) =>
    ({ id, parentId, name, pinyin, kind: 'department', subordinates: 0 }) as const
  const NODES = [
    node('1', null, '云岭县人民政府', 'xzf xianzhengfu'),
    node('2', '1', '云岭县财政局', 'xczj xiancaizhengju'),
    node('3', '2', '云岭县国库支付中心', 'gkzx gukuzhongxin'),
    node('4', '1', '石桥街道办事处', 'sqjd shiqiaojiedao'),
  ]

  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, open: readonly string[], search: string, ids: string])[] = [
    ['全部收起只见最上级',         [],         '',     '1'],
    ['展开一级',                   ['1'],      '',     '124'],
    ['展开两级',                   ['1', '2'], '',     '1234'],
    ['查找时带出上级，不必展开',   [],         '国库', '123'],
    ['按简称的拼音首字母查找',     [],         'GKZX', '123'],
    ['按简称的全拼查找',           [],         'shi qiao', '14'],
    ['查不到的什么都没有',         ['1'],      '无',   ''],
  ]
  for (const [title, open, search, ids] of CASES) {
    it(title, () => {
      const rows = treeRows(NODES, new Set(open), search)
      assert.equal(rows.map(({ id }) => id).join(''), ids)
    })
  }

  it('各行说明层次、位置和是否展开', () => {
    const rows = treeRows(NODES, new Set(['1']), '')
    const said = rows.map(({ depth, place, siblings, isOpen }) => [depth, place, siblings, isOpen])
    assert.deepEqual(said, [
      [1, 1, 1, true],
      [2, 1, 2, false],
      [2, 2, 2, null],
    ])
  })

  // biome-ignore format: table
  const KEYS: readonly (readonly [key: string, from: number, to: number | null])[] = [
    ['ArrowDown',  0, 1],
    ['ArrowDown',  3, 3],
    ['ArrowUp',    0, 0],
    ['End',        0, 3],
    ['Home',       2, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, null],
    ['ArrowLeft',  2, 1],
    ['ArrowLeft',  0, null],
    ['a',          1, null],
  ]
  for (const [key, from, to] of KEYS) {
    it(`第${from}行按 ${key}`, () => {
      const rows = treeRows(NODES, new Set(['1', '2']), '')
      assert.equal(rowByKey(rows, from, key), to)
    })
  }
})

describe('文字', () => {
  it('日期和时刻按中国时间', () => {
    assert.equal(dayText('2026-01-05'), '2026年1月5日')
    assert.equal(instantText('2026-11-22T06:28:09.000Z'), '2026年11月22日 14:28')
  })

  // biome-ignore format: table
  const DATES: readonly (readonly [text: string, says: string])[] = [
    ['01-31',                               '1月31日'],
    ['2027-01-01 2027-10-08',               '2027年1月1日、2027年10月8日'],
    ['年度报告公布时限（2008-05-01起）',    '年度报告公布时限（2008年5月1日起）'],
    ['《党政机关公文格式》GB/T 9704-2012',  '《党政机关公文格式》GB/T 9704-2012'],
  ]
  for (const [text, says] of DATES) {
    it(`${text}：${says}`, () => assert.equal(datesText(text), says))
  }

  it('与接口、导出的表格用语一致', () => {
    assert.deepEqual(KINDS, AUTHORITY_KINDS)
    assert.deepEqual(LEVELS, AUTHORITY_LEVELS)
    assert.deepEqual(REPORT_STATES, STATES)
    assert.deepEqual(TODO_KINDS, TODOS)
    assert.deepEqual(FORMS, SUPPLY_FORMS)
    assert.deepEqual(WAYS, SUPPLY_WAYS)
    assert.deepEqual([TOLD, ANSWERS], [ADVICE_TOLD, ADVICE_ANSWERS])
    assert.deepEqual(IDENTITIES, IDENTITY_KINDS)
    assert.deepEqual(NEWS_WAYS, WAYS_OF_NEWS)
    assert.deepEqual(NEWS_WORDS, NEWS)
  })

  it('办理申请的每一项记录都有名称，案卷里的说法相同', () => {
    const src = path.join(import.meta.dirname, '../../../app/src')
    const files = globSync('{requests,authorities,overlays}/**/*.ts', { cwd: src })
    const text = files.map((file) => readFileSync(path.join(src, file), 'utf8')).join('\n')
    const recorded = [...text.matchAll(/record\(\{[^}]*?\bname: '(\w+)'/g)].map(([, name]) => name)
    assert.ok(recorded.includes('requestSearchRecorded'))
    assert.deepEqual(
      recorded.filter((name) => !EVENTS[name ?? '']),
      [],
    )
    const ofRequest = Object.entries(EVENTS).filter(([name]) =>
      /^(?:request[A-Z]|applicantRead$|ownData|proactive[A-Z]|reevaluation[A-Z]|\w+ByApplicant$)/.test(
        name,
      ),
    )
    assert.deepEqual(REQUEST_EVENTS, Object.fromEntries(ofRequest))
  })

  // biome-ignore format: table
  const NEXT_DAYS: readonly (readonly [title: string, what: 'askCorrection' | 'reply' | 'correction' | 'opinion', today: string, says: string])[] = [
    ['告知补正的期限没到',             'askCorrection', '2026-01-14', '2026-01-14 告知补正（内容不明确的）'],
    ['告知补正的期限过了，以答复为准', 'askCorrection', '2026-01-15', '2026-02-02 答复'],
    ['提出意见的期限过了，以答复为准', 'opinion',       '2026-01-15', '2026-02-02 答复'],
    ['申请人补正的期限过了',           'correction',    '2026-01-15', '2026-01-14 申请人补正，逾期'],
  ]
  for (const [title, nextWhat, today, says] of NEXT_DAYS) {
    it(`下一事项：${title}`, () => {
      const days = { nextOn: '2026-01-14', nextWhat, dueOn: '2026-02-02' }
      const next = nextOf(days, today)
      assert.equal(next && `${next.on} ${next.what}${next.isLate ? '，逾期' : ''}`, says)
    })
  }

  it('接口的字段用栏目名称', () => {
    assert.equal(fieldLabel('details.creditCode'), '统一社会信用代码')
    assert.equal(fieldLabel('details.name'), '机关名称')
    assert.equal(fieldLabel('administrator.name'), '姓名或者名称')
    assert.equal(fieldLabel('assignments.0.role'), '职责')
  })

  // biome-ignore format: table
  const AGENTS: readonly (readonly [agent: string | null, says: string])[] = [
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Windows 上的 Edge 浏览器'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',  '安卓手机 上的 Chrome 浏览器'],
    ['curl/8.5',                                                                              '未知浏览器'],
    [null,                                                                                    '未知浏览器'],
  ]
  for (const [agent, says] of AGENTS) {
    it(`${says}：${agent}`, () => assert.equal(agentText(agent), says))
  }
})

describe('遮盖件的核对', () => {
  it('同类的事项多于三项的一并勾选，其余逐项勾选', () => {
    const kinds = ['cut', 'open', 'open', 'personal', 'open', 'open', 'cut']
    assert.deepEqual(groupsOf(kinds, 7), [[0], [1, 2, 4, 5], [3], [6]])
    assert.deepEqual(groupsOf([], 2), [[0], [1]])
  })
})
