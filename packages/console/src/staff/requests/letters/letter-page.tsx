import type { LetterView } from '@gongkai/web'
import { FileLink } from '../../api/file-link.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { PersonName } from '../../people/person-name.js'
import { useActed, useHeadingFocus } from '../../router/acted.js'
import { PageTitle } from '../../router/page-title.js'
import { dayText } from '../../words/authority-words.js'
import { courseText, letterStanding, SENDING_WAYS } from '../../words/letter-words.js'
import { RequestCrumb } from '../request-crumb.js'
import { useMay } from '../use-authority.js'
import { AnewPart } from './anew-part.js'
import { FindingsPart } from './findings-part.js'
import { LetterActs } from './letter-acts.js'
import { LetterPaper } from './letter-paper.js'

/** A letter of a request: as it will be printed, what is wrong with it, and what is to be done with it. */
export function LetterPage({
  requestId,
  letterId,
}: {
  readonly requestId: string
  readonly letterId: string
}) {
  const asked = useAsk<LetterView>(`/requests/${requestId}/letters/${letterId}`)
  const { isAgain, reload } = useActed(asked)
  return (
    <Waiting asked={asked}>
      {(view) => <Shown key={view.letter.version} view={view} isAgain={isAgain} reload={reload} />}
    </Waiting>
  )
}

function Shown({
  view,
  isAgain,
  reload,
}: {
  readonly view: LetterView
  /** Whether something was done: what had the focus is gone, and the heading says how it stands now. */
  readonly isAgain: boolean
  readonly reload: () => void
}) {
  useHeadingFocus(isAgain)
  const { letter, course, lastDay } = view
  const { requestId, title, state, isLate } = letter
  const may = useMay(letter.authorityId)
  const isDraft = state === 'draft' && may('request.handle')
  const path = `/requests/${requestId}/letters/${letter.id}/file`
  return (
    <div className="sheet request-page">
      <nav className="crumbs" aria-label="所在位置">
        <RequestCrumb id={requestId} />
      </nav>
      <PageTitle title={`${title}：${letterStanding(letter)}`} />
      {isLate && <p className="failure">这份文书逾期送出，期限为{dayText(letter.dueOn ?? '')}。</p>}
      {lastDay && !letter.sentOn && <p>这份文书的期限：{dayText(lastDay)}。</p>}
      <AnewPart letter={letter} />
      <LetterActs view={view} reload={reload} />
      <FindingsPart view={view} mayJudge={isDraft} reload={reload} />
      <LetterPaper view={view} mayWord={isDraft} reload={reload} />
      <div className="actions">
        <FileLink path={`${path}?to=docx`} name={`${title}.docx`}>
          下载 Word
        </FileLink>
        <FileLink path={`${path}?to=pdf`} name={`${title}.pdf`}>
          下载 PDF
        </FileLink>
      </div>
      {view.files.length > 0 && (
        <section aria-labelledby="attached">
          <h2 id="attached">随文书提供的材料</h2>
          <ul className="plain-list">
            {view.files.map(({ id, name, sha256 }) => (
              <li key={id}>
                <FileLink
                  path={`/requests/${requestId}/letters/${letter.id}/files/${id}`}
                  name={name}
                >
                  {name}
                </FileLink>
                <span className="about digest">SHA-256：{sha256}；每次下载都记入记录</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="course">
        <h2 id="course">办理经过</h2>
        <ol className="cards">
          {course.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
            <li key={at}>
              <p>
                {dayText(entry.on)}　<strong>{courseText(entry, course[at - 1])}</strong>
              </p>
              {entry.note && <p className="lines">{entry.note}</p>}
              {entry.corrected && (
                <p>
                  更正送出的登记：{entry.corrected.reason}。原登记
                  {entry.corrected.on && dayText(entry.corrected.on)}
                  {entry.corrected.way && `，${SENDING_WAYS[entry.corrected.way]}`}
                  {entry.corrected.proof && `，${entry.corrected.proof}`}。
                </p>
              )}
              <p className="about">{entry.by ? <PersonName id={entry.by} /> : '申请人'}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
