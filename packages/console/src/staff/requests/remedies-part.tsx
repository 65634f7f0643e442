import type { RemediesPage, RequestFile } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { NextDay } from '../remedies/remedy-table.js'
import { Link } from '../router/link.js'
import { REMEDY_TITLES, standingOf } from '../words/remedy-words.js'

/** What was brought on account of a request. */
export function RemediesPart({
  request: { id, authorityId },
  mayRegister,
}: {
  readonly request: RequestFile
  readonly mayRegister: boolean
}) {
  const asked = useAsk<RemediesPage>(withQuery('/remedies', { authorityId, requestId: id }))
  return (
    <section aria-labelledby="remedies">
      <h2 id="remedies">行政复议、行政诉讼、投诉举报</h2>
      <Waiting asked={asked}>
        {({ remedies }) =>
          remedies.length === 0 ? (
            <p className="nothing">没有登记对这件申请提起的行政复议、行政诉讼或者投诉举报。</p>
          ) : (
            <ul className="plain-list">
              {remedies.map((remedy) => (
                <li key={remedy.id}>
                  <Link to={`/console/remedies/${remedy.id}`}>
                    {REMEDY_TITLES[remedy.kind]}（{remedy.body}）
                  </Link>
                  <span className="about">
                    {standingOf(remedy)}
                    {remedy.nextOn && '，'}
                    {remedy.nextOn && <NextDay remedy={remedy} />}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
      {mayRegister && (
        <p className="no-print">
          <Link to={withQuery('/console/remedies/new', { authority: authorityId, request: id })}>
            登记行政复议、行政诉讼、投诉举报
          </Link>
        </p>
      )}
    </section>
  )
}
