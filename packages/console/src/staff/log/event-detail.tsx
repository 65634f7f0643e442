import { DETAIL_LABELS } from '../words/authority-words.js'
import { DETAIL_WORDS, SILENT_KEYS } from '../words/event-words.js'
import { DetailValue } from './detail-value.js'

type Values = Readonly<Record<string, unknown>>

/** What an event tells besides: what was before and what is after side by side, all else as a list. */
export function EventDetail({ text }: { readonly text: string }) {
  const { before, after, ...rest }: Values = JSON.parse(text)
  const others = Object.entries(rest).filter(([key]) => !SILENT_KEYS.includes(key))
  const hasChange = before !== undefined && after !== undefined
  if (!hasChange && others.length === 0) return <p className="nothing">没有其他内容。</p>
  return (
    <>
      {hasChange && <Change before={before} after={after} />}
      {others.length > 0 && (
        <dl className="details">
          {others.map(([key, value]) => (
            <div key={key}>
              <dt>{labelOf(key)}</dt>
              <dd>
                <DetailValue of={key} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Change({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const [was, is] = [asValues(before), asValues(after)]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => !SILENT_KEYS.includes(key),
  )
  if (keys.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="变更前后的对照">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">变更前</th>
            <th scope="col">变更后</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{labelOf(key)}</th>
              <td>
                <DetailValue of={key} value={was[key]} />
              </td>
              <td>
                <DetailValue of={key} value={is[key]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A single value stands for the state or the last day that it is about. */
function asValues(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : { value }
}

const LABELS: Readonly<Record<string, string>> = {
  ...DETAIL_WORDS,
  ...DETAIL_LABELS,
  value: '状态或者期限',
}

export function labelOf(key: string): string {
  return LABELS[key] ?? key
}
