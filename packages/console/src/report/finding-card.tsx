import { placeText, SEVERITY_NAMES, targetText } from '../words/words.js'
import { findingId } from './focus.js'
import type { Numbered } from './number-findings.js'
import { useSheet } from './sheet-context.js'

/** One finding: what is wrong, where, on what it rests, and what can be done about it. */
export function FindingCard({ numbered }: { readonly numbered: Numbered }) {
  const { active, jumpToPlace, findingActions } = useSheet()
  const { no, finding } = numbered
  const { severity, message, says, shouldBe, target, at, basis } = finding
  return (
    <li className={`finding ${severity}${active === no ? ' active' : ''}`}>
      <button
        type="button"
        className="jump"
        id={findingId(no)}
        onClick={() => jumpToPlace(numbered)}
      >
        <span className={`ref ${severity}`}>{no}</span>
        <span>
          <span className="hidden">{SEVERITY_NAMES[severity]}：</span>
          {message}
        </span>
      </button>
      <Says says={says} shouldBe={shouldBe} />
      <p className="about">
        {targetText(target)}
        {at && `，原件${placeText(at)}`}
      </p>
      <p className="about">依据：{basis}</p>
      {findingActions(numbered)}
    </li>
  )
}

function Says({ says, shouldBe }: Pick<Numbered['finding'], 'says' | 'shouldBe'>) {
  if (shouldBe === null) return says ? <p className="quote">原文：“{says}”</p> : null
  return (
    <p className="says">
      {says !== null && <del>{says || '（空）'}</del>} → <ins>{shouldBe || '（删去）'}</ins>
    </p>
  )
}
