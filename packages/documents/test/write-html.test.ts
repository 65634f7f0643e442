import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeReport } from '../src/write/write-report.js'
import { sampleReport } from './write-sample.js'

async function htmlOf(report = sampleReport('2021')): Promise<string> {
  const written = await writeReport(report, 'html')
  assert.ok(written.ok)
  return new TextDecoder().decode(written.value.bytes)
}

describe('写出网页', () => {
  it('独立成页：语言、标题、无脚本、无外部文件', async () => {
    const html = await htmlOf()
    assert.ok(html.startsWith('<!doctype html>\n<html lang="zh-CN">'))
    assert.ok(html.includes('<title>嘉禾市财政局2023年政府信息公开工作年度报告</title>'))
    assert.ok(!/<script|<link|<img|src=|href=/.test(html))
  })

  it('报告中的尖括号和引号原样显示', async () => {
    const html = await htmlOf()
    assert.ok(html.includes('&lt;b&gt;&amp;&quot;引号&quot;'))
    assert.ok(!html.includes('<b>'))
  })

  it('数值单元格的headers都指向存在的表头', async () => {
    const html = await htmlOf()
    const ids = new Set([...html.matchAll(/<th id="([^"]*)"/g)].map(([, id]) => id))
    const headers = [...html.matchAll(/<td headers="([^"]*)"/g)].map(([, list = '']) => list)
    assert.equal(headers.length, 200)
    for (const id of headers.flatMap((list) => list.split(' '))) assert.ok(ids.has(id), id)
  })

  it('未读出的和推定的单元格有标记', async () => {
    const html = await htmlOf()
    assert.ok(html.includes(' class="unread">〔未读出〕</td>'))
    assert.ok(html.includes(' title="位置由勾稽关系推定" class="inferred">2</td>'))
  })

  it('原报告没有的部分写明没有，不留空', async () => {
    const report = sampleReport('2021')
    const sections = report.sections.filter(({ no }) => no !== '五')
    const html = await htmlOf({ ...report, title: null, sections })
    assert.ok(
      html.includes(
        '<h2 id="section-5">五、存在的主要问题及改进情况</h2>\n<p>〔原报告无此部分〕</p>',
      ),
    )
    assert.ok(html.includes('<h1>〔未读出标题〕</h1>'))
  })

  it('标题行照原报告印，不代为改正', async () => {
    const report = sampleReport('2021')
    const sections = report.sections.map((section) =>
      section.no === '二' ? { ...section, heading: '三、主动公开政府信息情况' } : section,
    )
    const html = await htmlOf({ ...report, sections })
    assert.ok(html.includes('<h2 id="section-2">三、主动公开政府信息情况</h2>'))
  })
})
