import type { AuthorityFile } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import type { ActionProps } from './action-page.js'
import { compareDetails } from './compare.js'
import { DetailFields, detailsOf, valuesOf } from './detail-fields.js'
import { SeriesFields, seriesOf, seriesText } from './series-fields.js'

/** Corrects what is registered of an authority. */
export function ChangeForm({ file, back, onDone, reload }: ActionProps) {
  const { authority } = file
  const { values, bind } = useForm({
    ...valuesOf(authority),
    series: seriesText(file.series),
    reason: '',
  })
  const send = (version: number) => {
    const { series, reason, ...details } = values
    const body = {
      details: changed(detailsOf(details), authority),
      ...(series !== seriesText(file.series) && { series: seriesOf(series) }),
      ...(reason.trim() && { reason: reason.trim() }),
    }
    return call<unknown>('PATCH', `/authorities/${authority.id}`, { body, version })
  }
  return (
    <ActionForm
      submit="保存更正"
      back={back}
      send={send}
      onDone={() => onDone('更正已保存。')}
      versioned={{
        version: authority.version,
        compare: async (refused) => compareDetails(refused, authority, values),
        onTheirs: reload,
      }}
    >
      <p>更正登记中的差错和变动。机关依法更名的，请登记“更名”，以便保留原名称。</p>
      <DetailFields bind={bind} />
      <SeriesFields {...bind('series')} />
      <TextField label="更正理由" hint="将写入记录。" isOptional {...bind('reason')} />
    </ActionForm>
  )
}

/** Only what differs is sent: what somebody else corrected meanwhile in another line stays. */
function changed(
  details: Readonly<Record<string, string | null>>,
  authority: AuthorityFile['authority'],
) {
  const before: Readonly<Record<string, unknown>> = authority
  return Object.fromEntries(
    Object.entries(details).filter(([key, value]) => (before[key] ?? null) !== value),
  )
}
