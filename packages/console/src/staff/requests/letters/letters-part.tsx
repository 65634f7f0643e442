import type { RequestLetter, RequestLetters } from '@gongkai/web'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { Link } from '../../router/link.js'
import { dayText } from '../../words/authority-words.js'
import { letterStanding } from '../../words/letter-words.js'

/** The letters of a request, with their numbers and how far each is. */
export function LettersPart({
  requestId,
  isClosed,
  mayDraft,
}: {
  readonly requestId: string
  readonly isClosed: boolean
  readonly mayDraft: boolean
}) {
  const path = `/requests/${requestId}/letters`
  const asked = useAsk<RequestLetters>(path)
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">决定和文书</h2>
      <Waiting asked={asked}>
        {({ letters }) =>
          letters.length === 0 ? (
            <p className="nothing">还没有文书。登记每一部分的决定后，由决定选定答复的文书。</p>
          ) : (
            <ul className="plain-list">
              {letters.map((letter) => (
                <li key={letter.id}>
                  <LetterLine letter={letter} />
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
      {mayDraft && (
        <p className="no-print">
          <Link to={`/console${path}/new`}>
            {isClosed ? '重新作出决定、补齐文书' : '登记决定、拟制文书'}
          </Link>
        </p>
      )}
    </section>
  )
}

function LetterLine({ letter }: { readonly letter: RequestLetter }) {
  const { id, requestId, title, documentNumber, sentWay, sentOn, isLate, anew } = letter
  return (
    <>
      <Link to={`/console/requests/${requestId}/letters/${id}`}>
        {title}
        {documentNumber && `（${documentNumber}）`}
      </Link>
      <span className="about">
        {letterStanding(letter)}
        {sentOn && `，${dayText(sentOn)}${sentWay === 'file' ? '存入' : '送出'}`}
        {isLate && <strong>，逾期</strong>}
        {anew && '，重新作出'}
      </span>
    </>
  )
}
