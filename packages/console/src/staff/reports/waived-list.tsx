import { targetText } from '../../words/words.js'
import { PersonName } from '../people/person-name.js'
import { instantText } from '../words/authority-words.js'
import type { Held } from './use-findings.js'

/** What was let stand, with the reasons. */
export function WaivedList({ waived }: { readonly waived: readonly Held[] }) {
  if (waived.length === 0) return null
  return (
    <section className="waived">
      <h3>已说明并保留（{waived.length}）</h3>
      <ul>
        {waived.map(({ rule, message, target, waiver }) => (
          <li key={`${rule} ${JSON.stringify(target)}`} className="finding">
            <p>
              <span className="code">{rule}</span> {message}
            </p>
            <p className="about">{targetText(target)}</p>
            {waiver && (
              <>
                <p>理由：{waiver.reason}</p>
                <p className="about">
                  <PersonName id={waiver.waivedBy} unseen="编制人员" />，
                  {instantText(waiver.waivedAt)}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
