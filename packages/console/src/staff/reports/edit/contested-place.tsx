import { cellsByKey, type SavedReport } from '@gongkai/report'
import { useId } from 'react'
import { cellText, partText } from '../../../words/words.js'
import { type Place, shownAt } from './merge.js'

/** Whose words hold in a place. */
export type Side = 'mine' | 'theirs'

const NAMES: Readonly<Record<Side, string>> = { mine: '用我编辑的', theirs: '用他人保存的' }

/** One place that two people wrote in, and the choice between them. */
export function ContestedPlace({
  place,
  mine,
  theirs,
  chosen,
  onChoose,
}: {
  readonly place: Place
  readonly mine: SavedReport
  readonly theirs: SavedReport
  readonly chosen: Side | null
  readonly onChoose: (side: Side) => void
}) {
  const group = useId()
  const choices = [
    { side: 'mine', report: mine },
    { side: 'theirs', report: theirs },
  ] as const
  return (
    <fieldset className="contested">
      <legend>{nameOf(place, mine)}</legend>
      {choices.map(({ side, report }) => (
        <label key={side}>
          <input
            type="radio"
            name={group}
            checked={chosen === side}
            onChange={() => onChoose(side)}
          />{' '}
          {NAMES[side]}
          <span className="lines">{shownAt(report, place) || '（空）'}</span>
        </label>
      ))}
    </fieldset>
  )
}

function nameOf(place: Place, report: SavedReport): string {
  if (place.kind === 'part') return partText(place.part)
  const cell = cellsByKey(report).get(place.key)
  return cell ? cellText(cell) : place.key
}
