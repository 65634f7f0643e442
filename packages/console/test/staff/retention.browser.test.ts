import assert from 'node:assert/strict'
import { it } from 'node:test'
import { dayInChina } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { ask, castOf } from './collect-cast.js'
import { describeStaff, overflow } from './visit-staff.js'

const SHOTS = process.env['SHOTS']
const PERSON = {
  ...{ part: 'applicant', name: '周小禾', idKind: 'identityCard', idNumber: '530000199001010011' },
  phone: '0999-5550000',
}

describeStaff('依申请公开：个人信息的保存和保全', (at) => {
  const look = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    assert.deepEqual(await axe(page), [])
  }

  it('保存期限和到期情况一目了然；保全要写理由，随时可以解除', async () => {
    const { officer } = await castOf(at)
    const { nodes } = await ask<{ nodes: readonly { id: string; name: string }[] }>(
      ...([at.admin, 'GET', '/authorities/tree'] as const),
    )
    const bureau = nodes.find(({ name }) => name === '云岭县财政局')?.id ?? ''
    const { request } = await ask<{ request: { id: string } }>(officer, 'POST', '/requests', {
      ...{ authorityId: bureau, channel: 'inPerson', arrivedOn: dayInChina(Date.now()) },
      wanted: { wanted: '县城道路养护资金的安排', form: 'paper', way: 'post' },
      applicants: { kind: 'person', people: [PERSON] },
    })
    await at.go(officer, `/console/requests/retention?authority=${bureau}`)
    await officer.getByText('保存期限届满、可以清除的0件').waitFor()
    await officer.getByText('还没有提请过清除').waitFor()
    await look(officer, 'retention')
    assert.equal(await overflow(officer), 0)
    await at.go(officer, `/console/requests/${request.id}`)
    await officer.getByRole('button', { name: '保全', exact: true }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByRole('textbox').fill('正在接受审计')
    await look(officer, 'hold')
    await dialog.getByRole('button', { name: '保全', exact: true }).click()
    await officer.getByText('理由：正在接受审计').waitFor()
    await look(officer, 'held')
    await officer.getByRole('button', { name: '解除保全' }).waitFor()
  })
})
