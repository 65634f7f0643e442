import { FORMS, isOfficialForm, type SavedReport, tableViews, toCell } from '@gongkai/report'
import type { Collection, OwnShare, OwnShareRequest, ReportFile, ReportView } from '@gongkai/web'
import { useMemo, useState } from 'react'
import { SheetContext } from '../../report/sheet-context.js'
import { useRules } from '../../state/use-rules.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { EditTable } from './edit/edit-table.js'
import { withCells } from './edit/edited.js'
import { sheetOf, useFindings } from './use-findings.js'

/** The collecting authority's own figures, which are added to those of the others. */
export function OwnSharePage({ id }: { readonly id: string }) {
  const view = useAsk<ReportView>(`/reports/${id}`)
  const collection = useAsk<Collection>(
    view.value && `/collections/${view.value.report.collectionId}`,
  )
  const share = useAsk<OwnShare>(`/reports/${id}/own-share`)
  const report = view.value?.report
  return (
    <div className="sheet">
      <PageTitle
        title={report ? `${report.authority}${report.reportYear}年度本级数据` : '本级数据'}
      />
      <p>
        填写本机关自身办理的数量，汇总时与所属各机关的数据相加。
        <Link to={`/console/reports/${id}`}>返回报告</Link>
      </p>
      <Waiting asked={collection}>
        {({ form }) => (
          <Waiting asked={share}>
            {(value) =>
              report && (
                <Tables
                  key={value.version}
                  {...{ report, form, share: value }}
                  reload={() => share.reload(true)}
                />
              )
            }
          </Waiting>
        )}
      </Waiting>
    </div>
  )
}

function Tables({
  report,
  form,
  share,
  reload,
}: {
  readonly report: ReportFile
  readonly form: Collection['form']
  readonly share: OwnShare
  readonly reload: () => void
}) {
  const [document, setDocument] = useState(() => toDocument(report, form, share))
  const findings = useFindings(null, useRules())
  const sheet = useMemo(
    () => sheetOf(findings, document, { findingActions: () => null, cellCard: () => null }),
    [findings, document],
  )
  const send = (version: number) => {
    const cells = document.cells
      .filter(({ state }) => state !== 'blank')
      .map(({ table, row, column, raw }) => ({ table, row, column, raw: raw ?? '' }))
    const body: OwnShareRequest = { cells }
    return call<OwnShare>('POST', `/reports/${report.id}/own-share`, { body, version })
  }
  return (
    <SheetContext value={sheet}>
      <ActionForm
        submit="保存本级数据"
        send={() => send(share.version)}
        onDone={() => {
          reload()
          say('本级数据已保存，汇总时计入。')
        }}
      >
        {isOfficialForm(document.form) &&
          tableViews(form).map((view) => (
            <section key={view.table} aria-label={view.name}>
              <h2>{view.name}</h2>
              <EditTable view={view} form={form} document={document} edit={setDocument} />
            </section>
          ))}
      </ActionForm>
    </SheetContext>
  )
}

function toDocument(
  { authority, reportYear }: ReportFile,
  form: Collection['form'],
  { cells }: OwnShare,
): SavedReport {
  const blank: SavedReport = {
    ...{ file: '', sha256: '', mediaType: 'application/json', form, title: null, authority },
    ...{ year: reportYear, intro: '', sections: [], signature: null, signedOn: null },
    ...{ publishedOn: null, figures: [], labels: [], residue: [], problems: [], trace: [] },
    cells: FORMS[form].cells.map((spec) => toCell(spec, '', null, false)),
  }
  const typed = cells.map(
    (one) => [`${one.table}|${one.row}|${one.column}`, one.raw ?? ''] as const,
  )
  return withCells(blank, new Map(typed))
}
