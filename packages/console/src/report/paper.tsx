import {
  isOfficialForm,
  type PartKey,
  SECTIONS,
  type SectionNo,
  type TableView,
  tableViews,
} from '@gongkai/report'
import { useMemo } from 'react'
import { sectionTitle } from '../words/words.js'
import { REPORT_ID } from './focus.js'
import { FormTable } from './form-table.js'
import { Legend } from './legend.js'
import { useSheet } from './sheet-context.js'
import { TextPart } from './text-part.js'
import { useMarkClicks } from './use-mark-clicks.js'

/** The report as read and corrected, in the order and the shape of the official form. */
export function Paper({ title = '读出的报告' }: { readonly title?: string }) {
  const { report, underPart } = useSheet()
  const ref = useMarkClicks()
  const views = useMemo(
    () => (isOfficialForm(report.form) ? tableViews(report.form) : []),
    [report.form],
  )
  return (
    <section className="paper-side" aria-labelledby={REPORT_ID}>
      <h2 id={REPORT_ID} tabIndex={-1}>
        {title}
      </h2>
      <Legend />
      <article className="paper" ref={ref}>
        <h3 className="paper-title">
          {report.title ? <TextPart part="title" /> : <Missing>没有标题</Missing>}
        </h3>
        <TextPart part="intro" />
        {underPart?.('intro')}
        {outline(report.sections, views).map(({ no, view, isThere }) => (
          <PaperSection key={no} no={no} view={view} isThere={isThere} />
        ))}
        {report.signature ? <TextPart part="signature" /> : <Missing>没有落款</Missing>}
        {underPart?.('signature')}
      </article>
    </section>
  )
}

type Outline = {
  readonly no: SectionNo
  readonly view: TableView | undefined
  readonly isThere: boolean
}

/** The sections as printed; on one of the forms also those that are lacking, each in its place. */
function outline(
  sections: readonly { readonly no: SectionNo }[],
  views: readonly TableView[],
): readonly Outline[] {
  const printed = sections.map(({ no }) => no)
  const lacking = views.length > 0 ? SECTIONS.map(({ no }) => no).filter(isNotIn(printed)) : []
  const order = [...new Set(printed)]
  for (const no of lacking) {
    const behind = order.findIndex((one) => rank(one) > rank(no))
    order.splice(behind < 0 ? order.length : behind, 0, no)
  }
  return order.map((no) => ({
    no,
    view: views.find(({ section }) => section === no),
    isThere: printed.includes(no),
  }))
}

function PaperSection({ no, view, isThere }: Outline) {
  const { underPart } = useSheet()
  const heading: PartKey = `heading/${no}`
  return (
    <section className="paper-section">
      <h4>
        {isThere ? (
          <TextPart part={heading} />
        ) : (
          <Missing>
            {no}、{sectionTitle(no)}（原报告无此部分）
          </Missing>
        )}
      </h4>
      <TextPart part={`section/${no}`} />
      {isThere && underPart?.(`section/${no}`)}
      {view && <FormTable view={view} />}
    </section>
  )
}

function Missing({ children }: { readonly children: React.ReactNode }) {
  return <span className="missing">〔{children}〕</span>
}

function rank(no: SectionNo): number {
  return '一二三四五六七八九十'.indexOf(no)
}

function isNotIn<T>(list: readonly T[]): (one: T) => boolean {
  return (one) => !list.includes(one)
}
