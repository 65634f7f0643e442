import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FORMS } from '@gongkai/report'
import { changedReport, reportOf, reportText, TABLES } from './whole-sample.js'

describe('格式', () => {
  const of2019 = reportText({ title: '青溪区教育局2020年政府信息公开工作年度报告' }).replace(
    TABLES.proactive,
    FORMS['2019'].blocks
      .filter(({ table }) => table === 'proactive')
      .flatMap(({ caption, stub, columns, rows }) => [
        caption,
        [stub, ...columns.map(({ column }) => column)].join('\t'),
        ...rows.map(({ label }) => [label, ...columns.map(() => '0')].join('\t')),
      ])
      .join('\n'),
  )

  it('2021年格式：表格说明格式，每格一次', () => {
    const { form, cells } = changedReport({})
    assert.equal(form, '2021')
    assert.equal(cells.length, 200)
    assert.ok(cells.every(({ state }) => state !== 'unread'))
  })

  it('2019年格式：表格说明格式', () => {
    const { form, year, cells } = reportOf(of2019)
    assert.deepEqual([form, year, cells.length], ['2019', 2020, FORMS['2019'].cells.length])
  })

  it('表格与年份不合时以表格为准', () => {
    assert.equal(reportOf(of2019.replace('2020年政府', '2023年政府')).form, '2019')
  })

  it('没有表格时以年份为准', () => {
    const bare = (year: number) =>
      reportOf(`青溪区教育局${year}年政府信息公开工作年度报告\n一、总体情况\n公开信息30条。`).form
    assert.deepEqual([2018, 2019, 2020, 2021, 2023].map(bare), [
      'before-2019',
      '2019',
      '2019',
      '2021',
      '2021',
    ])
  })
})

describe('2019年以前的报告', () => {
  const report = reportOf(
    [
      '青溪区教育局2015年政府信息公开工作年度报告',
      '根据规定编制本报告。',
      '一、概述',
      '2015年公开信息40条。',
      '二、主动公开政府信息的情况',
      '公开目录12条。',
      '三、依申请公开的情况',
      '收到申请2件。',
      '四、收费情况',
      '未收费。',
    ].join('\n'),
  )

  it('说明是旧格式，不编造表格', () => {
    assert.deepEqual([report.form, report.year, report.cells], ['before-2019', 2015, []])
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ['report.before-2019'],
    )
  })

  it('各部分照原文列出', () => {
    assert.deepEqual(
      report.sections.map(({ no, title, text }) => [no, title, text]),
      [
        ['一', '概述', '2015年公开信息40条。'],
        ['二', '主动公开政府信息的情况', '公开目录12条。'],
        ['三', '依申请公开的情况', '收到申请2件。'],
        ['四', '收费情况', '未收费。'],
      ],
    )
  })
})

describe('不是年度报告', () => {
  it('通知：说明没有认出，不列表格和部分', () => {
    const report = reportOf('关于做好2023年防汛工作的通知\n一、总体要求\n各单位要高度重视。')
    assert.deepEqual(
      [report.form, report.title, report.sections, report.cells],
      ['unknown', null, [], []],
    )
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ['report.unknown'],
    )
  })
})
