import type { RequestMaterials } from '@gongkai/web'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { FINISHED, MATERIAL_STATES } from '../../words/material-words.js'

/** Which of the documents go with a letter; what is not finished can be chosen only to be taken away again. */
export function MaterialFields({
  requestId,
  chosen,
  onChange,
}: {
  readonly requestId: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const asked = useAsk<RequestMaterials>(`/requests/${requestId}/materials`)
  return (
    <Waiting asked={asked}>
      {({ materials }) => {
        const known = materials.map(({ id }) => id)
        const kept = chosen.filter((id) => known.includes(id))
        if (materials.length === 0) return null
        return (
          <fieldset>
            <legend>随文书提供的材料</legend>
            <p className="about">遮盖件已经核对的，或者登记了全文公开的，才能随文书提供。</p>
            {materials.map(({ id, name, state }) => {
              const isChosen = kept.includes(id)
              return (
                <label key={id} className="check-line">
                  <input
                    type="checkbox"
                    checked={isChosen}
                    disabled={!isChosen && !FINISHED.includes(state)}
                    onChange={({ target }) =>
                      onChange(target.checked ? [...kept, id] : kept.filter((one) => one !== id))
                    }
                  />{' '}
                  {name}（{MATERIAL_STATES[state]}）
                </label>
              )
            })}
          </fieldset>
        )
      }}
    </Waiting>
  )
}
