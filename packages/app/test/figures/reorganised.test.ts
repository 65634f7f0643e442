import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import type { Series } from '@gongkai/report'
import type { Authority } from '../../src/authorities/authority.js'
import { mergeAuthorities } from '../../src/authorities/merge-authorities.js'
import { renameAuthority } from '../../src/authorities/rename-authority.js'
import { splitAuthority } from '../../src/authorities/split-authority.js'
import { authoritySeries } from '../../src/figures/authority-series.js'
import { reorganisedYears } from '../../src/figures/reorganisations.js'
import { added, value } from '../authorities/support.js'
import { madeReport } from '../collection/made.js'
import { asOwner, goodReport } from '../collection/support.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

const REASON = '机构改革方案'
const CULTURE = '云岭县文化局'
const TOURISM = '云岭县旅游局'
const SPORTS = '云岭县体育局'

// What is asked of the database here is asked on both servers by the journeys of the portal.
describe('机构调整前后的历年数据', { skip: SERVERS[0]?.skip ?? false }, () => {
  let region: Region
  let culture: Authority
  let tourism: Authority

  const publish = async (authority: Authority, year: number, count: number) => {
    const collector = region.founded.authorityId
    const document = () => ({
      ...goodReport(authority.name, year),
      cells: goodReport(authority.name, year).cells.map((cell) =>
        cell.table === 'requests' && cell.row === '一' && cell.column === '自然人'
          ? { ...cell, raw: String(count), value: count }
          : cell,
      ),
    })
    const made = await madeReport(
      region,
      { collector, authority: authority.id },
      'published',
      document,
    )
    await asOwner(
      region,
      `update gongkai.annual_report set report_year = ${year} where id = '${made.reportId}'`,
    )
  }
  const countsOf = (series: readonly Series[]) =>
    series.find(({ key }) => key === 'requests|一|自然人')?.points.map((one) => one.value)
  const seriesOf = async (authority: string) =>
    value(await authoritySeries(region.platform, authority))

  before(async () => {
    const [server] = SERVERS
    assert.ok(server)
    region = await newRegion(server)
    const { platform, administrator: by } = region
    culture = await added(region, CULTURE)
    const old = await added(region, '云岭县旅游事业局')
    tourism = value(
      await renameAuthority(platform, by, {
        ...{ ...refTo(old), name: TOURISM, shortName: null },
        ...{ happenedOn: localDate('2022-01-01'), reason: REASON },
      }),
    )
    for (const [year, count] of [
      [2021, 3],
      [2022, 4],
    ] as const)
      await publish(culture, year, count)
    for (const [year, count] of [
      [2021, 10],
      [2022, 20],
      [2023, 50],
      [2024, 40],
    ] as const)
      await publish(tourism, year, count)
  })
  after(() => region.close())

  it('只更名的，数据连续', async () => {
    const { years, reorganisations, reorganisedYears: broken, series } = await seriesOf(TOURISM)
    assert.deepEqual([years, reorganisations, broken], [[2021, 2022, 2023, 2024], [], []])
    assert.deepEqual(countsOf(series), [10, 20, 50, 40])
  })

  it('并入：前身的数据单独列出，不相加；并入的年度不能与上一年度相比', async () => {
    const { platform, administrator: by } = region
    tourism = value(
      await mergeAuthorities(platform, by, {
        authorities: [refTo(culture)],
        into: { kind: 'existing', ...refTo(tourism) },
        ...{ happenedOn: localDate('2023-03-01'), reason: REASON },
      }),
    )
    const own = await seriesOf(TOURISM)
    assert.deepEqual(countsOf(own.series), [10, 20, 50, 40])
    assert.deepEqual(own.reorganisedYears, [2023])
    const [merged, ...others] = own.reorganisations
    const { before: counted, ...told } = merged ?? assert.fail()
    assert.deepEqual(told, {
      ...{ kind: 'merged', direction: 'from', happenedOn: '2023-03-01', continues: false },
      ...{ authority: CULTURE, address: culture.id },
    })
    assert.deepEqual(
      [counted?.years, countsOf(counted?.series ?? [])],
      [
        [2021, 2022],
        [3, 4],
      ],
    )
    assert.deepEqual(others, [])
    const gone = await seriesOf(culture.id)
    assert.deepEqual(
      gone.reorganisations.map((one) => [one.direction, one.authority, one.address, one.before]),
      [['into', TOURISM, TOURISM, null]],
    )
    assert.deepEqual(countsOf(gone.series), [3, 4])
  })

  it('分设出一部分：原机关从当年起不能相比，新机关另列原机关此前的数据', async () => {
    const { platform, administrator: by, founded } = region
    const details = { kind: 'department', level: 'county', name: SPORTS } as const
    const [sports] = value(
      await splitAuthority(platform, by, {
        ...{ ...refTo(tourism), continues: true },
        into: [{ kind: 'new', parentId: founded.authorityId, details }],
        ...{ happenedOn: localDate('2024-05-01'), reason: REASON },
      }),
    )
    assert.ok(sports)
    await publish(sports, 2024, 6)
    assert.deepEqual((await seriesOf(TOURISM)).reorganisedYears, [2023, 2024])
    const { reorganisations, reorganisedYears: broken, series } = await seriesOf(SPORTS)
    assert.deepEqual([countsOf(series), broken], [[6], []])
    assert.deepEqual(
      reorganisations.map(({ kind, direction, continues, authority, before: counted }) => [
        ...[kind, direction, continues, authority],
        countsOf(counted?.series ?? []),
      ]),
      [['split', 'from', true, TOURISM, [10, 20, 50]]],
    )
  })

  // biome-ignore format: one case a line
  const ROWS: readonly (readonly [situation: string, years: number[], days: string[], broken: number[]])[] = [
    ['当年没有公布的，从其后最早的年度起', [2021, 2024],       ['2022-06-01'],               [2024]],
    ['最早一年之前的',                     [2021, 2022],       ['2020-06-01'],               []],
    ['同年几次调整',                       [2021, 2022],       ['2022-01-01', '2022-09-01'], [2022]],
    ['公布的都在调整以前',                 [2021, 2022],       ['2023-01-01'],               []],
  ]
  for (const [situation, years, days, broken] of ROWS) {
    it(`不能相比的年度：${situation}`, () => {
      const all = days.map((day) => ({ happenedOn: localDate(day) }))
      assert.deepEqual(reorganisedYears(years, all), broken)
    })
  }
})

function refTo({ id, version }: Authority) {
  return { authorityId: id, version }
}
