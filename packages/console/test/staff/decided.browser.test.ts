import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDays, dayInChina, GROUNDS, type Ground, LETTER_KINDS, LETTERS } from '@gongkai/law'
import type { Page } from 'playwright-core'
import { axe } from '../browse.js'
import { ask, type Cast, castOf, enter, register } from './collect-cast.js'
import { type DecidedCase, decidedCases, nameOf } from './decided-cases.js'
import { describeStaff, PASSWORD } from './visit-staff.js'

const DAY = 86_400_000
const { SHOTS } = process.env
const WANTED = '县城道路养护资金的安排'
const TODAY = dayInChina(Date.now())
const THEN = addDays(TODAY, -90)
const CASES = decidedCases({ on: THEN, until: addDays(THEN, 30) })

// The service begins in the past: a fee that nobody pays is overdue by law only after its time.
let back = 90 * DAY
const now = () => new Date(Date.now() - back)

describeStaff(
  '依申请公开：每一种决定，从登记到归档',
  (at) => {
    let cast: Cast<'officer' | 'head' | 'leader'>
    let approvers: Readonly<Record<'secrecy' | 'head' | 'leader', Page>>
    let unpaid = ''
    const seen = new Set<string>()
    /** Whether it was not done before: what was driven once is done by the API from then on. */
    const isFirst = (what: string) => !seen.has(what) && seen.add(what) !== undefined
    /** Axe once for each screen. */
    const clean = async (page: Page, screen: string) => {
      if (isFirst(screen)) assert.deepEqual(await axe(page), [], screen)
    }
    const shoot = async (page: Page, name: string) => {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    }
    const fill = async (page: Page, fields: Readonly<Record<string, string>>, nth = 0) => {
      for (const [label, value] of Object.entries(fields)) {
        const field = page.getByLabel(label, { exact: true }).nth(nth)
        const isList = await field.evaluate(({ tagName }) => tagName === 'SELECT')
        await (isList ? field.selectOption(value) : field.fill(value))
      }
    }
    const versioned = async (id: string, path: string, body: object) => {
      const { request } = await ask<{ request: { version: number } }>(
        ...([cast.officer, 'GET', `/requests/${id}`] as const),
      )
      return ask(cast.officer, 'POST', `/requests/${id}/${path}`, body, request.version)
    }

    const act = async (page: Page, path: string, what: string, body: object = {}) => {
      const { letter } = await ask<{ letter: { version: number } }>(page, 'GET', path)
      return ask(page, 'POST', `${path}/${what}`, body, letter.version)
    }

    /** Brings a request as far as a decision on this ground supposes. */
    const prepared = async (ground: Ground | undefined): Promise<string> => {
      if (ground === 'feeUnpaid') return unpaid
      const isUnclear = ground === 'stillUnclear' || ground === 'notCorrected'
      const id = await register(cast, WANTED, {
        arrivedOn: isUnclear ? THEN : TODAY,
        kind: ground ? 'disclosure' : 'ownRecord',
      })
      const step = (name: string, more: object) =>
        versioned(id, 'steps', { step: { name, ...more }, note: null })
      if (isUnclear) await step('askCorrection', { on: THEN, until: addDays(THEN, 30) })
      if (ground === 'stillUnclear') await step('receiveCorrection', { on: addDays(TODAY, -3) })
      if (ground === 'beyondReason') {
        await step('askReasons', { on: TODAY, until: addDays(TODAY, 10) })
        await step('receiveReasons', { on: TODAY })
      }
      if (ground === 'doesNotExist')
        await ask(cast.officer, 'POST', `/requests/${id}/searches`, SEARCHED)
      if (ground === 'withdrawn') await step('withdraw', { on: TODAY })
      return id
    }

    /** Submits the letter that is shown and has everybody consent. */
    const consent = async (path: string, { title, approvers: chain }: DecidedCase) => {
      const { officer } = cast
      const isSeen = !isFirst(String(chain))
      if (isSeen) await act(officer, path, 'submit')
      else {
        await officer.getByRole('button', { name: '送审' }).click()
        await officer.getByRole('heading', { name: `${title}：审批中` }).waitFor()
      }
      for (const who of chain) {
        const page = approvers[who]
        if (isSeen) {
          await act(page, path, 'approve', { opinion: null })
          continue
        }
        await at.go(page, `/console${path}`)
        await page.getByRole('button', { name: '同意' }).click()
        await page.getByRole('dialog').getByRole('button', { name: '同意' }).click()
        await page.getByText('已同意。').waitFor()
        await clean(page, `approved by ${who}`)
      }
    }

    const send = async (path: string, { title, way: { label, typed, sent } }: DecidedCase) => {
      const { officer } = cast
      if (!isFirst(label)) return act(officer, path, 'send', { ...sent, on: TODAY })
      await at.go(officer, `/console${path}`)
      await officer.getByRole('button', { name: /^登记(送出|存入案卷)$/ }).click()
      await fill(officer, { 方式: label, ...typed })
      await officer.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
      await officer.getByRole('heading', { name: new RegExp(`${title}：已[送存]`) }).waitFor()
      await clean(officer, 'sent')
    }

    /** States a decision, shows it to everybody who must consent, and sends it. */
    const decide = async (id: string, one: DecidedCase) => {
      const { officer } = cast
      await at.go(officer, `/console/requests/${id}/letters/new`)
      for (const [nth, [what, ground, fields]] of one.parts.entries()) {
        if (nth > 0) await officer.getByRole('button', { name: '增加一部分' }).click()
        await fill(officer, { 内容: what, 决定: GROUNDS[ground].title }, nth)
        await fill(officer, fields)
      }
      await fill(officer, one.more ?? {})
      await clean(officer, 'draft')
      await shoot(officer, `draft-${one.title}`)
      await officer.getByRole('button', { name: '保存拟稿' }).click()
      await officer.getByRole('heading', { name: `${one.title}：拟稿` }).waitFor()
      await officer.getByText('没有发现问题').waitFor()
      const path = new URL(officer.url()).pathname.replace('/console', '')
      await consent(path, one)
      await send(path, one)
    }

    /** Every part of the page has its link, and the page is printed without what is only for the screen. */
    const linked = async (page: Page) => {
      const links = page.getByRole('navigation', { name: '本页内容' }).getByRole('link')
      const parts = page.locator('.request-page > section[aria-labelledby] > h2')
      assert.deepEqual(await links.allInnerTexts(), await parts.allInnerTexts())
      await page.emulateMedia({ media: 'print' })
      assert.ok(await page.getByRole('link', { name: /^政府信息公开答复书/ }).isVisible())
      assert.ok(await links.first().isHidden())
      await shoot(page, 'print')
      await page.emulateMedia({ media: null })
    }

    /** Once the case is filed the page stands still. */
    const filed = (page: Page) => page.getByText('下载案卷（PDF/A）').waitFor({ timeout: 120_000 })

    /** 转为主动公开: proposed at the request, accepted by the head, published by the desk. */
    const makePublic = async (id: string) => {
      const { officer, head } = cast
      const within = (page: Page) => page.getByRole('dialog')
      await filed(officer)
      await officer.getByRole('button', { name: '提请转为主动公开' }).click()
      await fill(officer, { 拟公开信息的标题: '资金安排表', 情形: '需要公众广泛知晓' })
      await fill(officer, { 理由: '全县群众关心' })
      await clean(officer, 'propose')
      await shoot(officer, 'propose')
      await within(officer).getByRole('button', { name: '提请转为主动公开' }).click()
      await officer.getByText('待审核', { exact: true }).waitFor()
      await at.go(head, `/console/requests/proactive?authority=${cast.bureau}&state=proposed`)
      await head.getByRole('button', { name: '同意转为主动公开' }).click()
      await within(head).getByRole('button', { name: '同意', exact: true }).click()
      await head.getByText('没有等待审核的提请。').waitFor()
      await clean(head, 'proactive list')
      await at.go(officer, `/console/requests/${id}`)
      await officer.getByRole('button', { name: '登记公布' }).click()
      await fill(officer, { 公布的位置: 'https://www.yunling.example/zwgk/1.html' })
      await shoot(officer, 'publication')
      await within(officer).getByRole('button', { name: '登记公布' }).click()
      await officer.getByRole('button', { name: '更正公布的登记' }).waitFor()
      await at.go(head, `/console/requests/proactive?authority=${cast.bureau}`)
      await head.getByRole('button', { name: '已公布（1）' }).waitFor()
      await shoot(head, 'proactive-list')
    }

    /** 定期评估: a refusal has its date at once; what was found is recorded at the request. */
    const lookAgain = async (id: string) => {
      const { officer } = cast
      await filed(officer)
      await officer.getByRole('button', { name: '仍不予公开' }).click()
      await fill(officer, { 理由: '情势没有变化' })
      await clean(officer, 'reevaluation')
      await shoot(officer, 'reevaluation')
      const dialog = officer.getByRole('dialog')
      await dialog.getByRole('button', { name: '登记', exact: true }).click()
      await officer.getByText('经评估仍不予公开').waitFor()
      await at.go(officer, '/console/requests/reevaluations?queue=later')
      await officer
        .getByRole('link', { name: /^20\d\d-/ })
        .first()
        .waitFor()
      await clean(officer, 'reevaluations')
      await shoot(officer, 'reevaluations')
      await at.go(officer, `/console/requests/${id}`)
    }

    it('先前发出的收费通知，到期没有缴费；其后各人重新登录', async () => {
      cast = await castOf(at, 'officer', 'head', 'leader')
      const { leader } = cast
      const secrecy = await enter(at, ['baoan', '包安', [cast.bureau, 'secrecyReviewer']])
      approvers = { secrecy, head: cast.head, leader }
      unpaid = await register(cast, WANTED, { arrivedOn: THEN })
      const fee = { way: 'byPage', first: 1, last: 120, howToPay: '县政务服务中心非税窗口' }
      const made = await ask<{ id: string }>(cast.officer, 'POST', `/requests/${unpaid}/letters`, {
        ...{ drafted: 'feeNotice', details: { fee }, rewordings: [], waivers: [] },
      })
      const path = `/requests/${unpaid}/letters/${made.id}`
      await act(cast.officer, path, 'submit')
      await act(cast.head, path, 'approve', { opinion: null })
      await act(leader, path, 'approve', { opinion: null })
      await act(cast.officer, path, 'send', { way: 'hand', on: THEN, proof: '申请人本人' })
      back = 0
      for (const [page, login] of [
        [cast.officer, 'linqiao'],
        [cast.head, 'hemu'],
        [leader, 'gaoyuan'],
        [secrecy, 'baoan'],
      ] as const) {
        await ask(page, 'POST', '/session', { login, password: PASSWORD })
      }
    })

    it('决定的每一种文书都在其中', () => {
      const deciding = LETTER_KINDS.filter(
        (kind) => LETTERS[kind].grounds.length > 0 || kind === 'ownRecord',
      )
      const titles = new Set(CASES.map(({ title }) => title))
      assert.deepEqual([...titles].toSorted(), deciding.map((one) => LETTERS[one].title).toSorted())
    })

    for (const one of CASES) {
      it(nameOf(one), async () => {
        const { officer } = cast
        const ground = one.parts[0]?.[1]
        const id = await prepared(ground)
        await decide(id, one)
        const isLookedAt = one === CASES[0] || ground === 'stateSecret'
        if (!isLookedAt) {
          await versioned(id, 'filings', {})
          return
        }
        await at.go(officer, `/console/requests/${id}`)
        await officer.getByRole('heading', { name: /：已办结/ }).waitFor()
        await officer.getByRole('button', { name: '归档', exact: true }).click()
        await officer.getByText('正在生成案卷。').waitFor()
        await clean(officer, 'closed')
        if (one === CASES[0]) await linked(officer)
        if (one === CASES[0]) await makePublic(id)
        if (ground === 'stateSecret') await lookAgain(id)
      })
    }

    it('案卷都已生成，没有等待归档的；统计中没有未办结的', async () => {
      const { officer } = cast
      await officer.waitForFunction(
        async (to) => {
          const answer = await fetch(to)
          const { requests } = (await answer.json()) as { requests?: readonly unknown[] }
          return requests?.length === 0
        },
        `/api/v1/requests?authorityId=${cast.bureau}&queue=toFile`,
        { polling: 500, timeout: 120_000 },
      )
      await at.go(officer, '/console/requests/counts')
      await officer.getByText('，未办结0件').waitFor()
      await shoot(officer, 'counts')
      assert.deepEqual(at.visit.errors, [])
    })
  },
  now,
)

const SEARCHED = {
  ...{ searchedOn: TODAY, period: '2025年', systems: ['公文管理系统'], words: ['审批台账'] },
  ...{ files: ['2025年度文书档案'], persons: ['办公室'], found: null },
}
