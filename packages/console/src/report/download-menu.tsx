import { Alert, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { ReadItem } from '../state/item.js'
import { activeFindings } from '../state/summary.js'
import { baseName, type Downloaded, download } from '../ui/download.js'
import { printOnly } from '../ui/print-only.js'
import { useReport } from './report-context.js'

const FORMATS = [
  { key: 'docx', label: '报告：Word（docx）' },
  { key: 'pdf', label: '报告：PDF' },
  { key: 'xlsx', label: '报告：Excel（xlsx）' },
  { key: 'html', label: '报告：网页（html）' },
  { key: 'csv', label: '数据：CSV' },
  { key: 'xml', label: '数据：XML' },
  { key: 'json', label: '存档：JSON（保留更正和忽略记录，可再次载入）' },
] as const

const FINDINGS = [
  { key: 'findings-xlsx', label: '发现清单：Excel（xlsx）' },
  { key: 'findings-html', label: '发现清单：网页（html）' },
] as const

/** The report as corrected in every format, and its findings as a workbook, a page, or on paper. */
export function DownloadMenu({ isStale }: { readonly isStale: boolean }) {
  const { item } = useReport()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<Downloaded>({ failure: null, notes: [] })
  const save = async (key: string) => {
    setMaking(true)
    setMade(await make(item, key))
    setMaking(false)
  }
  return (
    <div className="actions">
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: [...FORMATS, { type: 'divider' }, ...FINDINGS],
          onClick: ({ key }) => void save(key),
        }}
      >
        <Button type="primary" loading={isMaking} disabled={isStale} aria-haspopup="menu">
          下载 ▾
        </Button>
      </Dropdown>
      <Button disabled={isStale} onClick={() => printOnly('findings')}>
        打印发现清单
      </Button>
      <Button onClick={() => printOnly('report')}>打印报告</Button>
      {made.failure && <Alert type="error" title={made.failure.message} />}
      {made.notes.length > 0 && <Alert type="warning" title={made.notes.join('')} />}
    </div>
  )
}

function make(item: ReadItem, key: string): Promise<Downloaded> {
  const name = baseName(item.name)
  const [kind, to = kind] = key.split('-')
  if (kind !== 'findings') return download(`/reports/write?to=${to}`, item.saved, `${name}.${to}`)
  const result = { ...item.check, findings: activeFindings(item) }
  const body = { results: [result] }
  return download(`/reports/findings?to=${to}`, body, `${name}·发现清单.${to}`)
}
