import {
  isBoundPart,
  isOfficialForm,
  type PartKey,
  partText,
  type SavedReport,
  SECTIONS,
  tableViews,
} from '@gongkai/report'
import { Button } from 'antd'
import { useMemo } from 'react'
import { REPORT_ID } from '../../../report/focus.js'
import { BoundField } from './bound-field.js'
import { EditTable } from './edit-table.js'
import { withSection, withText } from './edited.js'
import { TextField } from './text-field.js'
import type { Draft } from './use-draft.js'

/** The report to be written, in the order and the shape of the official form. */
export function EditPaper({ draft: { document, edit } }: { readonly draft: Draft }) {
  const form = isOfficialForm(document.form) ? document.form : null
  const views = useMemo(() => (form ? tableViews(form) : []), [form])
  const lacking = SECTIONS.filter(({ no }) => !document.sections.some((one) => one.no === no))
  const field = (part: PartKey, isLine = false) => (
    <Part part={part} isLine={isLine} document={document} edit={edit} />
  )
  return (
    <section className="paper-side" aria-labelledby={REPORT_ID}>
      <h2 id={REPORT_ID} tabIndex={-1} className="hidden">
        编辑报告
      </h2>
      <article className="paper editing">
        {field('title', true)}
        <p className="part-name">引言</p>
        {field('intro')}
        {document.sections.map(({ no }) => {
          const view = views.find(({ section }) => section === no)
          return (
            <section key={no} className="paper-section">
              {field(`heading/${no}`, true)}
              {field(`section/${no}`)}
              {form && view && (
                <EditTable view={view} form={form} document={document} edit={edit} />
              )}
            </section>
          )
        })}
        {lacking.map(({ no, title }) => (
          <p key={no} className="missing">
            缺少第{no}部分“{title}”。
            <Button size="small" onClick={() => edit((before) => withSection(before, no))}>
              增加本部分
            </Button>
          </p>
        ))}
        <p className="part-name">落款</p>
        {field('signature')}
      </article>
    </section>
  )
}

function Part({
  part,
  isLine,
  document,
  edit,
}: {
  readonly part: PartKey
  readonly isLine: boolean
  readonly document: SavedReport
  readonly edit: Draft['edit']
}) {
  if (isBoundPart(part)) return <BoundField part={part} document={document} edit={edit} />
  return (
    <TextField
      part={part}
      isLine={isLine}
      value={partText(document, part) ?? ''}
      onType={(text) => edit((before) => withText(before, part, text))}
    />
  )
}
