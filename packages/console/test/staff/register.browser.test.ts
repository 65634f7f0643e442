import assert from 'node:assert/strict'
import { it } from 'node:test'
import { writeSheetRows } from '@gongkai/documents'
import { dayInChina, yearOf } from '@gongkai/law'
import { axe } from '../browse.js'
import { ask, type Cast, castOf, cell, saved } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const YEAR = yearOf(dayInChina(Date.now())) - 1
const HEADINGS = [
  '原编号',
  '来件日期',
  '提交方式',
  '申请人类型',
  '申请内容',
  '办结日期',
  '处理结果',
]
const row = (number: string, closedOn: string) => [
  ...[number, `${YEAR}年3月2日`, '当面提交', '自然人', '某道路养护项目的合同'],
  ...[closedOn, '予以公开'],
]

describeStaff('此前的申请导入台账，年度报告以台账起稿', (at) => {
  let cast: Cast<'supervisor' | 'officer'>
  const excel = async (rows: readonly (readonly string[])[]) => ({
    ...{ name: '此前的申请.xlsx', mimeType: 'application/vnd.ms-excel' },
    buffer: Buffer.from(await writeSheetRows('此前的申请', [HEADINGS, ...rows])),
  })

  it('先预览，有错的整表不导入；更正后导入，台账中可见', async () => {
    cast = await castOf(at, 'supervisor', 'officer')
    const { officer } = cast
    await at.go(officer, '/console/requests')
    await officer.getByRole('link', { name: '导入此前的申请' }).click()
    const choose = async (rows: readonly (readonly string[])[]) =>
      officer.locator('input[type=file]').setInputFiles(await excel(rows))
    await choose([row('旧1号', `${YEAR}年3月20日`), row('旧2号', `${YEAR}年2月1日`)])
    await officer.getByText('办结日期早于收到申请。').waitFor()
    assert.ok(await officer.getByRole('button', { name: '确认导入' }).isDisabled())
    assert.deepEqual(await axe(officer), [])
    await choose([row('旧1号', `${YEAR}年3月20日`), row('旧2号', `${YEAR}年4月1日`)])
    await officer.getByRole('heading', { name: /未办结0件，已办结2件/ }).waitFor()
    assert.equal(await overflow(officer), 0)
    await officer.getByRole('button', { name: '确认导入' }).click()
    await officer.getByText('导入完成').first().waitFor()
  })

  it('以台账起稿：两张表填好；改动的数字列出台账的数', async () => {
    const { officer, supervisor } = cast
    const { nodes } = await ask<{ nodes: readonly { id: string }[] }>(
      supervisor,
      ...(['GET', '/authorities/tree'] as const),
    )
    const authorityIds = nodes.map(({ id }) => id)
    await ask(supervisor, 'POST', '/collections', {
      ...{ authorityId: authorityIds[0], reportYear: YEAR, authorityIds },
    })
    await at.go(officer, '/console')
    await officer.getByRole('link', { name: new RegExp(`财政局${YEAR}年度报告`) }).click()
    await officer.getByRole('button', { name: '以台账起稿' }).click()
    const received = cell(officer, 'requests|一|自然人')
    await received.waitFor()
    assert.equal(await received.inputValue(), '2')
    assert.equal(await cell(officer, 'requests|三（七）|总计').inputValue(), '2')
    await received.fill('5')
    await saved(officer)
    await officer.getByText('与台账不一致的内容（1）').click()
    await officer.getByText('报告中为5，台账为2').waitFor()
    const six = officer.getByText('没有发出信息处理费收费通知，没有收取信息处理费。')
    await six.first().waitFor()
    assert.deepEqual(await axe(officer), [])
  })
})
