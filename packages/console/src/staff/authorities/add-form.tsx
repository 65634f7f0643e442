import type { Authority } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { useForm } from '../form/use-form.js'
import type { ActionProps } from './action-page.js'
import { DetailFields, detailsOf, valuesOf } from './detail-fields.js'
import { SeriesFields, seriesOf } from './series-fields.js'

/** Registers an authority below the one that is open. */
export function AddForm({ file: { authority }, back, onDone }: ActionProps) {
  const { values, bind } = useForm({ ...valuesOf(), series: '' })
  const send = () => {
    const { series, ...details } = values
    const body = { parentId: authority.id, details: detailsOf(details), series: seriesOf(series) }
    return call<Authority>('POST', '/authorities', { body })
  }
  const done = ({ id, name }: Authority) => onDone(`已增加“${name}”。`, id)
  return (
    <ActionForm submit="增加机关" back={back} send={send} onDone={done}>
      <p>上级机关：{authority.name}</p>
      <DetailFields bind={bind} />
      <SeriesFields {...bind('series')} />
    </ActionForm>
  )
}
