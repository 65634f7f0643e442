import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { fill } from '../../src/notices/fill.js'
import { NOTICE_KINDS } from '../../src/notices/kinds.js'
import { PLACES, type Place } from '../../src/notices/places.js'
import { mailTime } from '../../src/notices/quiet-hours.js'
import { TEMPLATES, type TemplateSpec } from '../../src/notices/templates.js'
import { sentence, untilText } from '../../src/notices/texts.js'

const ID = '019b8a5e-0000-7000-8000-000000000001'

const SAMPLES: Readonly<Record<Place, string>> = {
  authority: '石桥街道办事处',
  successor: '青溪街道办事处',
  role: '政府信息公开联络员',
  year: '2025',
  day: '2026年1月31日',
  count: '26',
  reports: '3',
  job: '检查年度报告',
  way: '通行密钥',
  reason: '申请人王某反映的情况与事实不符。',
  person: '李某',
  at: ID,
  report: ID,
  collection: ID,
  until: '于2026年1月31日前',
  requestNumber: '2026-017-0012',
  request: ID,
  requests: '3',
  tasks: '2',
  page: `collections/${ID}`,
}

/** What no mail may hold: what a person wrote freely, and the names of persons. */
const INSIDE = /王某|李某/

const templates: readonly [string, TemplateSpec][] = Object.entries(TEMPLATES)

describe('通知的文字', () => {
  for (const [id, template] of templates) {
    it(`${id}: is filled, speaks as an official, and mails nothing that must stay inside`, () => {
      const { title, body, path, mail } = fill(template, SAMPLES)
      for (const text of [title, body, path, mail ?? ''])
        assert.doesNotMatch(text, /[{}]|undefined/)
      assert.match(title, /^[“”\p{Script=Han}\d]{6,40}$/u)
      assert.match(body, /。$/)
      assert.match(path, /^\/console/)
      assert.doesNotMatch(title, INSIDE)
      assert.doesNotMatch(mail ?? '', INSIDE)
      assert.equal(mail === null, NOTICE_KINDS[template.kind].mail === 'never')
    })
  }

  it('退回意见在系统内看，不进邮件', () => {
    const filled = fill(TEMPLATES.reportReturned, SAMPLES)
    assert.equal(filled.title, '2025年度报告已退回修改')
    assert.equal(
      filled.body,
      '石桥街道办事处2025年度政府信息公开工作年度报告已退回。退回意见：申请人王某反映的情况与事实不符。请修改后于2026年1月31日前重新报送。',
    )
    assert.equal(
      filled.mail,
      '石桥街道办事处2025年度政府信息公开工作年度报告已退回。退回意见：（请登录系统查看）。请修改后于2026年1月31日前重新报送。',
    )
    assert.equal(filled.path, `/console/reports/${ID}`)
  })

  // biome-ignore format: table
  const REASONS: readonly [string, string][] = [
    ['请补充说明',             '请补充说明。'],
    ['请补充说明。',           '请补充说明。'],
    [' 请补充说明；\n',        '请补充说明。'],
    ['是否漏报？',             '是否漏报？'],
    ['应为“主动公开”',         '应为“主动公开”。'],
    ['原文是“请核对。”',       '原文是“请核对。”'],
    ['字'.repeat(501),         `${'字'.repeat(500)}……`],
  ]
  for (const [words, expected] of REASONS) {
    it(`意见后面接得上下文：${words.slice(0, 20)}`, () => assert.equal(sentence(words), expected))
  }

  it('时限已过的，说尽快', () => {
    const dueOn = localDate('2026-01-31')
    const said = ['2026-01-31', '2026-02-01'].map((day) => untilText(dueOn, localDate(day)))
    assert.deepEqual(said, ['于2026年1月31日前', '尽快'])
  })

  it('邮件中不写人员姓名，仍然通顺', () => {
    const { mail } = fill(TEMPLATES.deputyAppointed, SAMPLES)
    const said = '由您代理石桥街道办事处政府信息公开联络员的工作，自2026年1月31日起。'
    assert.equal(mail, `有关人员不在岗期间，${said}`)
  })

  it('名称中的换行不进标题', () => {
    const { title } = fill(TEMPLATES.reportSubmitted, { ...SAMPLES, authority: '石桥街道\n办事处' })
    assert.equal(title, '石桥街道 办事处已报送2025年度报告')
  })

  it('every place is used, and every kind', () => {
    const all = JSON.stringify(TEMPLATES)
    for (const place of Object.keys(PLACES)) assert.ok(all.includes(`{${place}}`), place)
    for (const kind of Object.keys(NOTICE_KINDS)) assert.ok(all.includes(`"kind":"${kind}"`), kind)
  })

  it('a value with braces is not filled a second time', () => {
    const filled = fill(TEMPLATES.reportReturned, { ...SAMPLES, reason: '见{person}。' })
    assert.match(filled.body, /退回意见：见\{person\}。请修改/)
  })

  // biome-ignore format: table
  const WRONG: readonly [string, Place, string | undefined][] = [
    ['a value is missing',                    'year',      undefined],
    ['a year of two digits',                  'year',      '25'],
    ['a day as a machine writes it',          'day',       '2026-01-31'],
    ['a path that leads elsewhere',           'report',    '../../x'],
    ['a number that is none',                 'count',     '-1'],
  ]
  for (const [title, place, value] of WRONG) {
    it(`is not written: ${title}`, () => {
      const { [place]: _, ...others } = SAMPLES
      const values = value === undefined ? others : { ...others, [place]: value }
      const template = { kind: 'review', title: '题', body: `{${place}}`, path: '/' } as const
      assert.throws(() => fill(template, values), new RegExp(`\\{${place}\\}`))
    })
  }
})

describe('免打扰时段（北京时间）', () => {
  // biome-ignore format: table
  const CASES: readonly [string, string, string, string, string][] = [
    // title,                        ready (+08:00),              since,   until,   goes out (+08:00)
    ['白天，随即发出',               '2026-01-05T09:00:00+08:00', '21:00', '07:00', '2026-01-05T09:00:00+08:00'],
    ['20:59，随即发出',              '2026-01-05T20:59:59+08:00', '21:00', '07:00', '2026-01-05T20:59:59+08:00'],
    ['21:00，次日7:00发出',          '2026-01-05T21:00:00+08:00', '21:00', '07:00', '2026-01-06T07:00:00+08:00'],
    ['23:59，次日7:00发出',          '2026-01-05T23:59:59+08:00', '21:00', '07:00', '2026-01-06T07:00:00+08:00'],
    ['0:00，当日7:00发出',           '2026-01-06T00:00:00+08:00', '21:00', '07:00', '2026-01-06T07:00:00+08:00'],
    ['6:59，当日7:00发出',           '2026-01-06T06:59:59+08:00', '21:00', '07:00', '2026-01-06T07:00:00+08:00'],
    ['7:00，随即发出',               '2026-01-06T07:00:00+08:00', '21:00', '07:00', '2026-01-06T07:00:00+08:00'],
    ['月末夜间，次月首日发出',       '2026-01-31T22:30:00+08:00', '21:00', '07:00', '2026-02-01T07:00:00+08:00'],
    ['年末夜间，次年首日发出',       '2025-12-31T22:30:00+08:00', '21:00', '07:00', '2026-01-01T07:00:00+08:00'],
    ['闰日夜间',                     '2028-02-28T23:00:00+08:00', '21:00', '07:00', '2028-02-29T07:00:00+08:00'],
    ['世界时已是次日，北京仍是早晨', '2026-01-05T23:30:00Z',      '21:00', '07:00', '2026-01-05T23:30:00Z'],
    ['午休时段',                     '2026-01-05T12:10:00+08:00', '12:00', '14:00', '2026-01-05T14:00:00+08:00'],
    ['午休已过',                     '2026-01-05T14:00:00+08:00', '12:00', '14:00', '2026-01-05T14:00:00+08:00'],
    ['起止相同，不设免打扰',         '2026-01-05T03:00:00+08:00', '00:00', '00:00', '2026-01-05T03:00:00+08:00'],
    ['从0:00起',                     '2026-01-05T00:00:00+08:00', '00:00', '08:30', '2026-01-05T08:30:00+08:00'],
    ['到0:00止',                     '2026-01-05T23:00:00+08:00', '20:00', '00:00', '2026-01-06T00:00:00+08:00'],
  ]
  for (const [title, at, since, until, expected] of CASES) {
    it(title, () => {
      const goes = mailTime(new Date(at), { since, until })
      assert.equal(goes.toISOString(), new Date(expected).toISOString())
    })
  }
})
