import type { Fact } from '../../src/input.js'

/** Facts from `行=数`: `requests/一=12` is the 总计 column where none is named. */
export function facts(...rows: readonly string[]): Fact[] {
  return rows.map((row) => {
    const [subject = '', value] = row.split('=')
    const full = /^(?:requests|remedies)\/[^/]+$/.test(subject) ? `${subject}/总计` : subject
    return { subject: full, value: Number(value), unit: null }
  })
}

/** A whole table as a report of 嘉禾市财政局 might have it. */
export const TABLE = facts(
  'requests/一=12',
  'requests/二=1',
  'requests/三（一）=6',
  'requests/三（二）=2',
  'requests/三（三）1=0',
  'requests/三（三）4=1',
  'requests/三（四）1=2',
  'requests/三（四）2=0',
  'requests/三（五）1=1',
  'requests/三（五）2=0',
  'requests/三（六）3=0',
  'requests/三（七）=12',
  'requests/四=1',
  'remedies/行政复议=2',
  'remedies/未经复议直接起诉=1',
  'remedies/复议后起诉=0',
  'proactive/行政规范性文件/本年制发件数=3',
  'proactive/行政规范性文件/本年废止件数=1',
  'proactive/行政规范性文件/现行有效件数=9',
  'proactive/行政许可/本年处理决定数量=45',
  'proactive/行政处罚/本年处理决定数量=8',
  'proactive/行政事业性收费/本年收费金额（单位：万元）=128.56',
)
