import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Cell } from '@gongkai/report'
import { readDocument } from '../src/read-document.js'
import { writeReport } from '../src/write/write-report.js'
import { sampleReport } from './write-sample.js'

/** What was printed; the text that an unread cell may be hidden in is another in every file. */
const printed = ({ table, row, column, state, value, unit, raw }: Cell) => ({
  ...{ table, row, column, state, value, unit },
  raw: state === 'unread' ? null : raw,
})

describe('写出的文件由读取程序读回', () => {
  for (const to of ['docx', 'html', 'xlsx', 'pdf'] as const) {
    for (const form of ['2019', '2021'] as const) {
      it(`${to}：${form}年格式的单元格和文字都相同`, async () => {
        const report = { ...sampleReport(form), corrections: [] }
        const written = await writeReport(report, to)
        assert.ok(written.ok)
        const read = await readDocument(written.value.bytes, `报告.${to}`)
        assert.ok(read.ok)
        const { cells, title, authority, year, intro, sections, signature } = read.value.report
        assert.equal(read.value.report.form, form)
        assert.deepEqual(cells.map(printed), report.cells.map(printed))
        assert.deepEqual(
          { title, authority, year, intro, sections, signature },
          {
            title: report.title,
            authority: report.authority,
            year: report.year,
            intro: report.intro,
            sections: report.sections,
            signature: report.signature,
          },
        )
      })
    }
  }
})
