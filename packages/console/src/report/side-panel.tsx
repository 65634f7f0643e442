import { Tabs } from 'antd'
import { AmendmentsPanel } from './amendments-panel.js'
import { FindingsPanel } from './findings-panel.js'
import { FINDINGS_ID } from './focus.js'
import { ReadingPanel } from './reading-panel.js'
import { useReport } from './report-context.js'

/** What was found, what was done about it, and how the file could be read. */
export function SidePanel() {
  const { item, numbered } = useReport()
  const { corrections = [], waivers = [], problems, residue } = item.saved
  const open = item.check.notAssessable.length
  return (
    <section className="side" aria-label="核对结果" id={FINDINGS_ID} tabIndex={-1}>
      <Tabs
        items={[
          { key: 'findings', label: `发现 ${numbered.length}`, children: <FindingsPanel /> },
          {
            key: 'amendments',
            label: `更正与忽略 ${corrections.length + waivers.length}`,
            children: <AmendmentsPanel />,
          },
          {
            key: 'reading',
            label: `读取与判断 ${problems.length + residue.length + open}`,
            children: <ReadingPanel report={item.saved} notAssessable={item.check.notAssessable} />,
          },
        ]}
      />
    </section>
  )
}
