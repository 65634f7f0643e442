import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { withdrawPublished } from '@gongkai/app'
import { homePage } from '../../src/portal/pages/home.js'
import { outcome, type Running, startPlatform } from '../platform.js'
import {
  correctOne,
  FINANCE,
  granted,
  type Published,
  publishOne,
  REASON,
  refOf,
  YEAR,
} from './publish.js'

const REPORT = `/annual-reports/${YEAR}/${encodeURIComponent(FINANCE)}`

describe('公众页面', () => {
  let running: Running
  let published: Published
  before(async () => {
    running = await startPlatform({}, { ownServer: true })
  })
  after(() => running.close())

  async function text(path: string, status = 200): Promise<string> {
    const answer = await running.page(path)
    assert.equal(answer.status, status, path)
    return answer.text()
  }

  it('设置之前说明尚未设置，设置之后没有报告的也说明', async () => {
    assert.match(await text('/', 503), /尚未设置.*href="\/setup"/s)
    published = await publishOne(running)
  })

  it('没有报告时写明由谁、在何时公布（条例第四十九条）', async () => {
    const page = homePage({ region: '云岭县', demonstration: false, years: [] })
    assert.match(
      String(await page),
      /人民政府部门应当在每年1月31日前.*由其政府信息公开工作主管部门在每年3月31日前公布/,
    )
  })

  // biome-ignore format: table
  const PAGES: readonly (readonly [title: string, path: string, status: number, says: RegExp])[] = [
    ['首页',           '/',                                                     200, /云岭县政府信息公开.*2023年度.*已公布1份，应当公布3份/s],
    ['年度',           '/annual-reports',                                       200, /2023年度/],
    ['一个年度',       '/annual-reports/2023',                                  200, /云岭县财政局.*逾期公布（2日）.*2024年2月2日/s],
    ['筛选',           '/annual-reports/2023?standing=overdue',                 200, /云岭县教育局.*逾期未公布/s],
    ['没有的年度',     '/annual-reports/2001',                                  404, /没有布置年度报告/],
    ['查找',           '/search?q=财政',                                        200, /云岭县财政局.*2023年度/s],
    ['查找不到',       '/search?q=%3Cscript%3E',                                200, /没有名称含“&lt;script&gt;”的机关/],
    ['报告',           REPORT,                                                  200, /公开政府信息168条.*<caption class="hidden">收到和处理政府信息公开申请情况<\/caption>/s],
    ['还没有公布的',   '/annual-reports/2023/云岭县教育局',                     200, /这份报告还没有公布/],
    ['没有的机关',     '/annual-reports/2023/云岭县水利局',                     404, /没有这个机关/],
    ['历年数据',       `/annual-reports/figures?authority=${FINANCE}`,          200, /<svg.*<title id="chart-0-title">本年新收申请（件）<\/title>.*2023年：7/s],
    ['横向比较',       '/annual-reports/compare?year=2023&measure=granted',     200, /三（七）总计.*样本不足/s],
    ['没有的比较',     '/annual-reports/compare?year=2023&measure=x',           404, /没有这项比较/],
    ['另写的年度',     '/annual-reports/compare?year=2023.0&measure=granted',   404, /没有这一年度/],
    ['开放数据',       '/open-data',                                            200, /著作权法.*all\/ndjson/s],
    ['不成字的机关',   '/annual-reports/figures?authority=%00',                 404, /没有这个机关/],
    ['不成字的报告',   '/annual-reports/2023/%00',                              404, /没有这个机关/],
    ['没有的地址',     '/annual-report',                                        404, /没有这个地址/],
  ]
  for (const [title, path, status, says] of PAGES) {
    it(`${title} ${path}`, async () => assert.match(await text(path, status), says))
  }

  // biome-ignore format: table
  const CROWDS: readonly (readonly [title: string, count: number, path: (at: number) => string])[] = [
    ['新的页面', 160, (at) => `/search?q=${at}`],
    ['文件',     80,  () => `${REPORT}/report.csv`],
    ['接口',     160, () => '/api/v1/public/annual-reports'],
    ['比较',     12,  () => `/api/v1/public/comparisons/${YEAR}/granted`],
  ]
  for (const [title, count, path] of CROWDS) {
    it(`同时来要${title}的，多的请稍候，以后照常`, async () => {
      const all = Array.from({ length: count }, (_, at) => running.page(path(at)))
      const statuses = (await Promise.all(all)).map(({ status }) => status)
      assert.deepEqual([...new Set(statuses)].toSorted(), [200, 503])
      await text(path(0))
    })
  }

  it('表格的每个数都有表头，起草中的更正不在其中', async () => {
    const page = await text(REPORT)
    assert.doesNotMatch(page, /65人次/)
    const ids = new Set([...page.matchAll(/<th id="([^"]+)"/g)].map(([, id]) => id))
    const headers = [...page.matchAll(/<td headers="([^"]+)"/g)].map(([, all = '']) =>
      all.split(' '),
    )
    assert.equal(headers.length, 10 + 25 * 7 + 15)
    assert.deepEqual(
      headers.flat().filter((id) => !ids.has(id)),
      [],
    )
    assert.doesNotMatch(page, /<script|style="|<style/)
  })

  it('原样再来取的答复 304，压缩与不压缩的内容相同', async () => {
    const plain = await running.page(REPORT)
    assert.equal(plain.headers.get('cache-control'), 'public, no-cache')
    const etag = plain.headers.get('etag') ?? ''
    const again = await running.page(REPORT, { headers: { 'if-none-match': etag } })
    assert.deepEqual([again.status, await again.text()], [304, ''])
    const packed = await running.page(REPORT, { headers: { 'accept-encoding': 'gzip' } })
    assert.equal(packed.headers.get('content-encoding'), 'gzip')
    assert.notEqual(packed.headers.get('etag'), etag)
    assert.equal(gunzipSync(await packed.arrayBuffer()).toString(), await plain.text())
  })

  // biome-ignore format: table
  const FILES: readonly (readonly [format: string, begins: RegExp])[] = [
    ['docx', /^PK/], ['xlsx', /^PK/], ['pdf', /^%PDF/], ['html', /^<!doctype html>/], ['json', /^\{/], ['xml', /^<\?xml/], ['csv', /^\ufeff?file,/],
  ]
  for (const [format, begins] of FILES) {
    it(`下载 ${format}`, async () => {
      const answer = await running.page(`${REPORT}/report.${format}`)
      assert.equal(answer.status, 200)
      const name = `${FINANCE}2023年政府信息公开工作年度报告.${format}`
      assert.ok(answer.headers.get('content-disposition')?.includes(encodeURIComponent(name)))
      const bytes = Buffer.from(await answer.arrayBuffer())
      assert.match(bytes.toString('utf8', 0, 200), begins)
    })
  }

  it('开放数据：整年一个文件，每份报告一行，单元格带状态和来源摘要', async () => {
    const lines = (await text(`/api/v1/public/annual-reports/${YEAR}/all/ndjson`))
      .trim()
      .split('\n')
    assert.equal(lines.length, 1)
    const { authority, daysLate, report } = JSON.parse(lines[0] ?? '')
    assert.deepEqual([authority, daysLate, report.sha256], [FINANCE, 2, published.document.sha256])
    assert.equal(report.cells.length, 10 + 25 * 7 + 15)
    const csv = await text(`/api/v1/public/annual-reports/${YEAR}/all/csv`)
    assert.equal(csv.trim().split('\r\n').length, 1 + 200)
    assert.match(
      await text(`/api/v1/public/annual-reports/${YEAR}/all/xml`),
      /<annualReports year="2023">.*<annualReport .*<\/annualReports>\n$/s,
    )
    assert.match(
      await text('/api/v1/public/annual-report.xsd'),
      /targetNamespace="urn:gongkai:annual-report:1"/,
    )
  })

  it('接口给出报告，没有公布的只说明情况', async () => {
    const visitor = running.visitor()
    const { body } = await visitor('GET', `/public/annual-reports/${YEAR}/${FINANCE}`)
    assert.deepEqual([body.report.standing, body.edition, body.document.year], ['late', 1, YEAR])
    const none = await visitor('GET', `/public/annual-reports/${YEAR}/云岭县教育局`)
    assert.deepEqual(
      [none.status, none.body.report.standing, none.body.document],
      [200, 'overdue', null],
    )
  })

  it('历年数据和比较也有接口', async () => {
    const visitor = running.visitor()
    const series = await visitor('GET', `/public/series/${FINANCE}`)
    assert.deepEqual(series.body.years, [YEAR])
    const compared = await visitor('GET', `/public/comparisons/${YEAR}/granted`)
    assert.deepEqual(compared.body.authorities[0].share, {
      kind: 'tooFew',
      numerator: 4,
      denominator: 6,
    })
    const none = await visitor('GET', `/public/comparisons/${YEAR}/x`)
    assert.deepEqual(outcome(none), [404, 'figures.no-measure'])
  })

  it('更正后立即看到新的内容、理由和变化，原来的一次仍可阅读', async () => {
    published = { ...published, report: await correctOne(published) }
    const page = await text(REPORT)
    assert.match(page, /更正说明.*<del>[^<]*64人次.*<ins>[^<]*65人次/s)
    assert.ok(page.includes(REASON))
    assert.match(await text(`${REPORT}/editions/1`), /已经更正.*64人次/s)
    await text(`${REPORT}/editions/3`, 404)
  })

  it('更名后原来的网址转到现在的名称', async () => {
    const name = '云岭县财政和国资局'
    const { admin, finance } = published
    const change = { name, shortName: null, happenedOn: '2026-01-05', reason: '机构改革' }
    const renamed = await admin('POST', `/authorities/${finance}/rename`, {
      version: 1,
      body: change,
    })
    assert.equal(renamed.status, 200, JSON.stringify(renamed.body))
    const { status, headers } = await running.page(REPORT)
    assert.deepEqual(
      [status, headers.get('location')],
      [302, `/annual-reports/${YEAR}/${encodeURIComponent(name)}`],
    )
    const figures = '/annual-reports/figures?authority='
    for (const alias of [FINANCE, finance]) {
      const answer = await running.page(figures + alias)
      const moved = figures + encodeURIComponent(name)
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, moved])
    }
    await text(figures + encodeURIComponent(name))
    assert.match(await text('/annual-reports/2023'), new RegExp(name))
  })

  it('撤回后答复 410，只留日期和理由', async () => {
    const { platform, head, report } = published
    granted(await withdrawPublished(platform, head, { ...refOf(report), reason: '报告对象有误' }))
    const moved = encodeURIComponent('云岭县财政和国资局')
    const page = await text(`/annual-reports/${YEAR}/${moved}`, 410)
    assert.match(page, /已经撤回.*报告对象有误/s)
    assert.doesNotMatch(page, /65人次/)
    await text(`/annual-reports/${YEAR}/${moved}/report.pdf`, 410)
    assert.equal(await text(`/api/v1/public/annual-reports/${YEAR}/all/ndjson`), '')
  })

  it('数据库不在时答复 503 并说明，恢复后自行继续', async () => {
    running.killDatabase()
    const away = await untilStatus(503)
    assert.match(await away.text(), /数据库暂时没有应答/)
    assert.equal(away.headers.get('retry-after'), '5')
    await untilStatus(200)
    assert.deepEqual(running.faults, [])
  })

  async function untilStatus(status: number): Promise<Response> {
    for (let tries = 0; ; tries++) {
      const answer = await running.page('/annual-reports')
      if (answer.status === status) return answer
      assert.ok(tries < 600, `${status} did not come`)
      await wait(50)
    }
  }
})
