import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { it } from 'node:test'
import { axe } from '../browse.js'
import {
  addAuthority,
  choose,
  describeStaff,
  overflow,
  PASSWORD,
  setUp,
  signIn,
} from './visit-staff.js'

describeStaff('机关、账户和记录', (at) => {
  it('准备：两个机关', async () => {
    await setUp(at)
    await addAuthority(at, '云岭县水务局')
    await addAuthority(at, '云岭县林业局')
  })

  it('机关树用方向键走动，回车打开，焦点到标题', async () => {
    const { admin } = at
    await at.go(admin, '/console/authorities')
    await admin.getByRole('treeitem', { name: '云岭县人民政府' }).focus()
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter']) {
      await admin.keyboard.press(key)
    }
    await admin.getByRole('heading', { name: '云岭县林业局' }).waitFor()
    const focused = await admin.evaluate(() => document.activeElement?.textContent)
    assert.equal(focused, '云岭县林业局')
    assert.equal(await admin.title(), '云岭县林业局 — 机关 — 公开')
  })

  it('查找的文字留在网址中，刷新后还在', async () => {
    const { admin } = at
    await admin.getByLabel('按名称查找机关').fill('水务')
    await admin.reload()
    await admin.getByRole('treeitem', { name: '云岭县水务局' }).waitFor()
    assert.equal(await admin.getByLabel('按名称查找机关').inputValue(), '水务')
    assert.equal(await admin.getByRole('treeitem').count(), 2)
  })

  it('登录过期的，在对话框中登录后接着保存，填写的内容没有丢', async () => {
    const { admin } = at
    await admin.getByRole('treeitem', { name: '云岭县水务局' }).click()
    await admin.getByRole('link', { name: '更正信息' }).click()
    await admin.getByLabel('地址').fill('云岭县滨河路3号')
    await admin.context().clearCookies()
    await admin.getByRole('button', { name: '保存更正' }).click()
    await admin.getByRole('heading', { name: '登录已过期' }).waitFor()
    assert.deepEqual(await axe(admin), [])
    await admin.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await admin.getByRole('button', { name: '登录', exact: true }).click()
    await admin.getByText('更正已保存。').waitFor()
    await admin.getByText('云岭县滨河路3号').waitFor()
  })

  it('两人同时更正的，两个版本并列，由人决定', async () => {
    const { admin } = at
    await admin.getByRole('link', { name: '更正信息' }).click()
    await admin.getByLabel('地址').waitFor()
    const other = await admin.context().newPage()
    await other.goto(admin.url())
    await other.getByLabel('地址').fill('云岭县滨河路5号')
    await other.getByRole('button', { name: '保存更正' }).click()
    await other.getByText('更正已保存。').waitFor()
    await other.close()

    await admin.getByLabel('地址').fill('云岭县滨河路7号')
    await admin.getByRole('button', { name: '保存更正' }).click()
    const row = admin.getByRole('row', { name: '地址' })
    assert.equal(await row.innerText(), '地址\t云岭县滨河路7号\t云岭县滨河路5号')
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('button', { name: '采用现在的内容' }).click()
    await admin.getByText('云岭县滨河路5号').waitFor()
  })

  it('更名写入沿革', async () => {
    const { admin } = at
    await admin.getByRole('link', { name: '更名', exact: true }).click()
    await admin.getByLabel('新的机关名称').fill('云岭县水利局')
    await admin.getByLabel('依据').fill('云编发〔2026〕3号')
    await admin.getByRole('button', { name: '登记更名' }).click()
    await admin.getByText('由“云岭县水务局”更名为“云岭县水利局”').waitFor()
  })

  it('撤销之前说明后果，确认后才办理', async () => {
    const { admin } = at
    await admin.getByRole('link', { name: '撤销', exact: true }).click()
    await choose(admin, '承接未了事项的机关', '云岭县林业局')
    await admin.getByLabel('依据').fill('云编发〔2026〕9号')
    await admin.getByRole('button', { name: '撤销机关' }).click()
    await admin.getByText('未办结的年度报告由“云岭县林业局”承接').waitFor()
    assert.deepEqual(await axe(admin), [])
    await admin.getByRole('button', { name: '确认撤销机关' }).click()
    await admin.getByText('已登记撤销。').waitFor()
    assert.match(await admin.locator('.history').innerText(), /撤销，由云岭县林业局承接。/)
    await admin.getByRole('treeitem', { name: '云岭县水利局' }).waitFor({ state: 'hidden' })
  })

  it('动态验证码启用后，登录时要填写', async () => {
    const { admin } = at
    await at.go(admin, '/console/account')
    await admin.getByRole('region', { name: '动态验证码' }).getByLabel('登录密码').fill(PASSWORD)
    await admin.getByRole('button', { name: '开始设置' }).click()
    const code = admin.getByLabel('验证器显示的六位数字')
    await code.waitFor()
    assert.deepEqual(await axe(admin), [])
    const secret = (await admin.locator('dd.code').first().innerText()).replaceAll(' ', '')
    await code.fill(timeCode(secret, 0))
    await admin.getByRole('button', { name: '启用', exact: true }).click()
    await admin.locator('.said', { hasText: '动态验证码已启用。' }).waitFor()
    await admin.getByRole('button', { name: '退出登录' }).click()
    await signIn(admin, 'zhoumin')
    await admin.getByRole('alert').waitFor()
    // No code works twice: the next one is taken too.
    await admin.getByLabel('动态验证码').fill(timeCode(secret, 1))
    await admin.getByRole('button', { name: '登录', exact: true }).click()
    await admin.getByRole('heading', { name: '周敏，您好' }).waitFor()
  })

  it('记录按事项查询，条件在网址中；变更前后用文字对照', async () => {
    const { admin } = at
    await at.go(admin, '/console/log')
    await admin.getByLabel('事项').selectOption('登记更名')
    await admin.getByRole('button', { name: '查询' }).click()
    await admin.waitForURL(/name=authorityRenamed/)
    await admin.getByText('正在载入…').waitFor({ state: 'hidden' })
    const events = admin.locator('.cards > li')
    await admin.waitForFunction(() => document.querySelectorAll('.cards > li').length === 1)
    await events.locator('summary').click()
    const row = events.getByRole('row', { name: '机关名称' })
    assert.equal(await row.innerText(), '机关名称\t云岭县水务局\t云岭县水利局')
    await events.getByText('周敏以系统管理员身份办理').waitFor()
    assert.match(await events.innerText(), /^登记更名：云岭县水利局\n/)
    await admin.goBack()
    await admin.waitForFunction(() => document.querySelectorAll('.cards > li').length > 1)
    assert.equal(await admin.getByLabel('事项').inputValue(), '')
  })

  it('接口令牌只显示一次，作废后不能再用', async () => {
    const { admin } = at
    await at.go(admin, '/console/tokens')
    await admin.getByText('该机关还没有令牌。').waitFor()
    await admin.getByRole('link', { name: '制作令牌' }).click()
    await admin.getByLabel('用途').fill('集约化平台')
    await admin.getByLabel('最后一天').fill(nextMonth())
    await admin.getByLabel('理由').fill('平台对接')
    await admin.getByRole('button', { name: '制作' }).click()
    await admin.getByText('请至少选择一项范围。').waitFor()
    await admin.getByLabel('查阅：人员、年度报告、记录、后台任务').check()
    await admin.getByRole('button', { name: '制作' }).click()
    const shown = admin.getByLabel('令牌', { exact: true })
    await shown.waitFor()
    assert.deepEqual(await axe(admin), [])
    const token = await shown.inputValue()
    const asked = async () => {
      const headers = { Authorization: `Bearer ${token}` }
      const origin = new URL(admin.url()).origin
      return (await fetch(`${origin}/api/v1/collections`, { headers })).status
    }
    assert.equal(await asked(), 200)
    await admin.getByRole('link', { name: '返回接口令牌' }).click()
    await admin.getByRole('button', { name: '作废“集约化平台”的令牌' }).click()
    await admin.getByLabel('理由').fill('不再使用')
    await admin.getByRole('button', { name: '作废', exact: true }).click()
    await admin.getByText('“集约化平台”的令牌已作废。').waitFor()
    assert.equal(await asked(), 401)
  })

  const PAGES = [
    ...['', '/authorities', '/authorities/import', '/authorities?state=dissolved', '/people'],
    ...[
      '/people/invite',
      '/account',
      '/log',
      '/tokens',
      '/tokens/new',
      '/law',
      '/law/new',
      '/forgotten',
      '/links/none',
      '/nowhere',
    ],
  ]
  // What fits a phone with larger text fits it without.
  const WAYS = [
    ['电脑', { width: 1280, height: 900 }, 16],
    ['文字放大到125%的手机', { width: 390, height: 844 }, 20],
  ] as const
  for (const [title, size, fontSize] of WAYS) {
    it(`${title}：各页都没有无障碍问题，不必左右滚动，各有标题`, async () => {
      const page = await at.admin.context().newPage()
      await page.setViewportSize(size)
      await page.addInitScript((px) => {
        // The document is still empty.
        new MutationObserver((_, observer) => {
          document.documentElement.style.fontSize = `${px}px`
          observer.disconnect()
        }).observe(document, { childList: true })
      }, fontSize)
      const titles = new Set<string>()
      for (const path of PAGES) {
        await at.go(page, `/console${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        assert.deepEqual([path, await axe(page)], [path, []])
        assert.deepEqual([path, (await overflow(page)) <= 0], [path, true])
        titles.add(await page.title())
      }
      const body = await page.evaluate(() => getComputedStyle(document.body).fontSize)
      assert.equal(body, `${fontSize * 0.9375}px`)
      // The dissolved stand on the page of the others.
      assert.equal(titles.size, PAGES.length - 1)
      await page.close()
    })
  }

  it('浏览器没有报错', () => assert.deepEqual(at.visit.errors, []))
})

/** A day within the year that a token may last. */
function nextMonth(): string {
  return new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code that an authenticator shows, so many steps of 30 seconds from now (RFC 6238). */
function timeCode(secret: string, steps: number): string {
  const bits = [...secret].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return `${(digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000}`.padStart(6, '0')
}
