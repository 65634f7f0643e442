import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AuthoritySeries } from '@gongkai/app'
import { localDate } from '@gongkai/law'
import type { Series } from '@gongkai/report'
import { figuresPage } from '../../src/portal/pages/figures.js'

const PORTAL = { region: '云岭县', demonstration: false, years: [] }

type Reorganised = AuthoritySeries['reorganisations'][number]

function counted(values: readonly (readonly [year: number, value: number])[]): readonly Series[] {
  const points = values.map(([year, value]) => {
    return { year, form: '2021', state: 'number', value, unit: '件' } as const
  })
  const key = 'requests|一|总计'
  return [{ key, label: '一、本年新收／总计', points, breaks: [], note: null }]
}

const OWN: AuthoritySeries = {
  ...{ authority: '云岭县文化和旅游局', address: '云岭县文化和旅游局' },
  ...{
    years: [2022, 2023],
    series: counted([
      [2022, 20],
      [2023, 50],
    ]),
  },
  ...{ reorganisedYears: [], reorganisations: [] },
}

describe('历年数据的页面', () => {
  it('没有机构调整的，不提机构调整', async () => {
    const page = String(await figuresPage(PORTAL, OWN))
    assert.doesNotMatch(page, /机构调整|class="break"/)
    assert.match(page, /class="line"/)
  })

  it('并入的：写明何时并入，前后断开，前身另列一表', async () => {
    const before = { years: [2022], series: counted([[2022, 4]]) }
    const merged: Reorganised = {
      kind: 'merged',
      direction: 'from',
      happenedOn: localDate('2023-03-01'),
      continues: false,
      authority: '云岭县旅游局',
      address: '0-0',
      before,
    }
    const changed = { ...OWN, reorganisedYears: [2023], reorganisations: [merged] }
    const page = String(await figuresPage(PORTAL, changed))
    const said = page.replaceAll(/<[^>]+>/g, '')
    assert.match(said, /2023年3月1日，云岭县旅游局并入本机关。/)
    assert.match(said, /单独列出，不与本机关的相加/)
    assert.match(said, /机构调整，不能与上一年度相比/)
    assert.match(page, /class="break"/)
    assert.doesNotMatch(page, /class="line"/)
    assert.match(page, /<h2>云岭县旅游局（机构调整前）<\/h2>.*<th scope="col">2022<\/th>.*>4/s)
  })

  // biome-ignore format: one case a line
  const ROWS: readonly (readonly [kind: 'merged' | 'split', direction: 'from' | 'into', continues: boolean, says: RegExp])[] = [
    ['merged', 'into', false, /本机关并入云岭县旅游局，此后的数据见该机关。/],
    ['split',  'from', true,  /云岭县旅游局的部分职责划入本机关。/],
    ['split',  'from', false, /本机关由云岭县旅游局分设。/],
    ['split',  'into', true,  /本机关的部分职责划入云岭县旅游局。/],
    ['split',  'into', false, /本机关撤销，职责划入云岭县旅游局，此后的数据见该机关。/],
  ]
  for (const [kind, direction, continues, says] of ROWS) {
    it(String(says), async () => {
      const happenedOn = localDate('2023-03-01')
      const one = { kind, direction, continues, happenedOn, authority: '云岭县旅游局' }
      const changed = {
        ...OWN,
        reorganisations: [{ ...one, address: '云岭县旅游局', before: null }],
      }
      const said = String(await figuresPage(PORTAL, changed)).replaceAll(/<[^>]+>/g, '')
      assert.match(said, says)
    })
  }
})
