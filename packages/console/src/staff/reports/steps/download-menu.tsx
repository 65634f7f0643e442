import type { ReportView } from '@gongkai/web'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { keep } from '../../api/file-link.js'
import { say } from '../../router/said.js'

const FORMATS = [
  { key: 'docx', label: 'Word（docx）' },
  { key: 'pdf', label: 'PDF' },
  { key: 'xlsx', label: 'Excel（xlsx）' },
  { key: 'html', label: '网页（html）' },
  { key: 'csv', label: '数据：CSV' },
  { key: 'xml', label: '数据：XML' },
  { key: 'json', label: '数据：JSON' },
]

/** The report as it stands in every format. */
export function DownloadMenu({
  view: { report, version },
  save,
}: {
  readonly view: ReportView
  readonly save: () => Promise<boolean>
}) {
  const [isMaking, setMaking] = useState(false)
  if (!version) return null
  const { id, authority, reportYear } = report
  const take = async (key: string) => {
    if (!(await save())) return
    setMaking(true)
    const name = `${authority}${reportYear}年政府信息公开工作年度报告.${key}`
    const refusal = await keep(`/reports/${id}/download/${key}`, name)
    setMaking(false)
    if (refusal) say(refusal)
  }
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{ items: FORMATS, onClick: ({ key }) => void take(key) }}
    >
      <Button loading={isMaking} aria-haspopup="menu">
        下载 ▾
      </Button>
    </Dropdown>
  )
}
