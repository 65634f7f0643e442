import { DayField } from '../form/fields.js'
import { setQuery } from '../router/address.js'
import { todayInChina } from '../words/authority-words.js'
import { type Period, usualPeriods } from './period.js'

/** The period that a page counts; it stands in the address. */
export function PeriodChoice({
  period: { from, to },
}: {
  readonly period: Pick<Period, 'from' | 'to'>
}) {
  return (
    <>
      <fieldset className="chips">
        <legend className="hidden">统计期间</legend>
        {Object.entries(usualPeriods(todayInChina())).map(([label, one]) => (
          <button
            key={label}
            type="button"
            className="toggle"
            aria-pressed={one.from === from && one.to === to}
            onClick={() => setQuery({ ...one, after: '' })}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <div className="search">
        <DayField
          label="自"
          value={from}
          onChange={(day) => setQuery({ from: day, after: '' }, 'replace')}
        />
        <DayField
          label="至"
          value={to}
          onChange={(day) => setQuery({ to: day, after: '' }, 'replace')}
        />
      </div>
    </>
  )
}
