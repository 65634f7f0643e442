import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { describeStaff, PASSWORD, setUp, signIn } from './visit-staff.js'

/** A device with a fingerprint reader, in the browser of this page. */
async function addDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

describeStaff('通行密钥', (at) => {
  it('添加以后不用密码登录，删除以后不能再用', async () => {
    await setUp(at)
    const { admin, go } = at
    await addDevice(admin)
    await go(admin, '/console/account')
    const form = admin.locator('form', { hasText: '通行密钥的名称' })
    await form.getByLabel('通行密钥的名称').fill('办公室电脑')
    await form.getByLabel('登录密码').fill(PASSWORD)
    await form.getByRole('button', { name: '添加通行密钥' }).click()
    await admin.getByText('尚未使用').waitFor()
    assert.deepEqual(await axe(admin), [])

    await admin.getByRole('button', { name: '退出登录' }).click()
    await admin.getByRole('button', { name: '用通行密钥登录' }).click()
    await admin.getByRole('button', { name: '退出登录' }).waitFor()

    await go(admin, '/console/account')
    await admin
      .getByText(/最近.*使用$/)
      .first()
      .waitFor()
    await admin.getByRole('button', { name: '删除“办公室电脑”' }).click()
    await admin.getByRole('button', { name: '删除', exact: true }).click()
    await admin.getByText('通行密钥已删除。').waitFor()
    await admin.getByRole('button', { name: '退出登录' }).click()
    await admin.getByRole('button', { name: '用通行密钥登录' }).click()
    await admin.getByText('登录未成功').waitFor()
    await signIn(admin, 'zhoumin')
    await admin.getByRole('button', { name: '退出登录' }).waitFor()
    assert.deepEqual(at.visit.errors, [])
  })
})
