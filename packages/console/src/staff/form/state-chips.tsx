import { setQuery } from '../router/address.js'

/** One of a few states by which a list is narrowed; it stands in the address. */
export function StateChips({
  labels,
  counts,
  state,
  name = 'state',
}: {
  readonly labels: Readonly<Record<string, string>>
  /** How many stand in a state, where it is known. */
  readonly counts?: Readonly<Record<string, number>> | undefined
  readonly state: string
  /** What the address calls it. */
  readonly name?: string
}) {
  return (
    <fieldset className="chips">
      <legend className="hidden">按状态筛选</legend>
      {Object.entries(labels).map(([key, label]) => (
        <button
          key={key}
          type="button"
          className="toggle"
          aria-pressed={state === key}
          onClick={() => setQuery({ [name]: key, after: '' })}
        >
          {counts?.[key] === undefined ? label : `${label}（${counts[key]}）`}
        </button>
      ))}
    </fieldset>
  )
}
