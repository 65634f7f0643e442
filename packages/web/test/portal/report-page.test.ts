import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PublishedView } from '@gongkai/app'
import { localDate } from '@gongkai/law'
import { FORMS, type SavedReport, toCell } from '@gongkai/report'
import { reportPage } from '../../src/portal/pages/report.js'

const PORTAL = { region: '云岭县', demonstration: false, years: [] }
const ON = localDate('2026-01-20')

function viewOf(source: Pick<SavedReport, 'sha256' | 'mediaType'>): PublishedView {
  const document: SavedReport = {
    ...{ file: '报告', ...source, form: '2021', title: '年度报告', authority: '云岭县财政局' },
    ...{ year: 2025, intro: '', sections: [], signature: null, signedOn: null, publishedOn: ON },
    cells: FORMS['2021'].cells.map((cell) => toCell(cell, '0', null, false)),
    ...{ figures: [], labels: [], residue: [], problems: [], trace: [] },
  }
  const edition = { edition: 1, on: ON, reason: null }
  return {
    report: {
      ...{ authorityId: '1', authority: '云岭县财政局', address: '云岭县财政局', year: 2025 },
      ...{ dueOn: ON, standing: 'inTime', publishedOn: ON, daysLate: 0 },
      ...{ withdrawnOn: null, withdrawnReason: null },
    },
    editions: [edition],
    shown: { ...edition, document, earlier: null },
  }
}

describe('报告页面写明来源', () => {
  it('读自文件的，写文件类型和摘要', async () => {
    const view = viewOf({ sha256: 'ab'.repeat(32), mediaType: 'application/pdf' })
    const page = String(await reportPage(PORTAL, view))
    assert.match(page, /<dd>application\/pdf<\/dd>.*<dd>(ab){32}<\/dd>/)
    assert.doesNotMatch(page, /在本系统编制/)
  })

  it('在系统中编制的，不写不存在的文件', async () => {
    const page = String(await reportPage(PORTAL, viewOf({ sha256: null, mediaType: null })))
    assert.match(page, /在本系统编制，没有来源文件。/)
    assert.doesNotMatch(page, /摘要/)
  })
})
