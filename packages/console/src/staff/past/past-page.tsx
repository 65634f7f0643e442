import type { PastAccepted, PastImport, PastItem, PastPage } from '@gongkai/web'
import { Button } from 'antd'
import { Fragment, useEffect, useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { StateChips } from '../form/state-chips.js'
import { Waiting } from '../form/waiting.js'
import { setQuery, useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { say } from '../router/said.js'
import { reachOf, useMe } from '../session/me.js'
import { PastEntry } from './past-entry.js'
import { PAST_LABELS } from './past-words.js'
import { UploadPart } from './upload-part.js'

/** While files are being recognised, so often is it looked after. */
const AGAIN_MS = 3000

/** Reports of years past: what came in, and what of it a person must decide. */
export function PastPageView() {
  const me = useMe()
  const { query } = useAddress()
  const [authorityId = ''] = reachOf(me, 'past.read')
  const mayImport = reachOf(me, 'past.import').length > 0
  const importId = query.get('import')
  const running = useAsk<PastImport>(importId && `/past/imports/${importId}`)
  const state = query.get('state') ?? firstState(running.value)
  const asked = useAsk<PastPage>(
    authorityId &&
      withQuery('/past/items', { authorityId, state, importId, after: query.get('after') }),
  )
  if (authorityId === '') return <NotYours />
  return (
    <div className="sheet">
      <PageTitle title="历年报告" />
      <p>
        导入以前年度已经公布的报告，作为上年对照和历年数列的依据。机关和年度清楚的可以一并采用，其余的逐份核定。
      </p>
      {mayImport && (
        <UploadPart
          authorityId={authorityId}
          onStarted={(id) => setQuery({ import: id, state: '', after: '' })}
        />
      )}
      {running.value && (
        <ImportState
          value={running.value}
          reload={running.reload}
          mayImport={mayImport}
          onMoved={asked.reload}
        />
      )}
      <StateChips labels={PAST_LABELS} state={state} />
      <Waiting asked={asked}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <p className="nothing">没有这一状态的文件。</p>}
            <ol className="cards">
              {items.map((item) => (
                <PastEntry key={item.id} item={item} />
              ))}
            </ol>
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}

function NotYours() {
  return (
    <div className="sheet">
      <PageTitle title="历年报告" />
      <p className="nothing">历年报告由主管部门工作人员导入和核定，您目前没有这项职责。</p>
    </div>
  )
}

/** Of an import what is there first, in the order of the states; those that wait for a person otherwise. */
function firstState(running: PastImport | null): PastItem['state'] {
  const states = Object.keys(PAST_LABELS) as PastItem['state'][]
  return states.find((state) => (running?.counts[state] ?? 0) > 0) ?? 'review'
}

/** How far one import is, and the button for all that is clear in it. */
function ImportState({
  value: { id, counts },
  reload,
  mayImport,
  onMoved,
}: {
  readonly value: PastImport
  readonly reload: () => void
  readonly mayImport: boolean
  readonly onMoved: () => void
}) {
  const [refused, setRefused] = useState<Refused | null>(null)
  const { waiting = 0, ready = 0 } = counts
  useEffect(() => {
    if (waiting === 0) return
    const timer = setInterval(() => {
      reload()
      onMoved()
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [waiting, reload, onMoved])
  const accept = async () => {
    const answer = await call<PastAccepted>('POST', `/past/imports/${id}/accept`)
    if (!answer.ok) return setRefused(answer.refused)
    const { published, left } = answer.value
    say(`已采用${published}份${left.length > 0 ? `，${left.length}份没有采用` : ''}。`)
    reload()
    onMoved()
  }
  const told = Object.entries(PAST_LABELS).flatMap(([state, label]) => {
    const count = counts[state as keyof typeof counts]
    return count ? [{ state, words: `${label}${count}份` }] : []
  })
  return (
    <section>
      <p role="status">
        本次导入：
        {told.map(({ state, words }, at) => (
          <Fragment key={state}>
            {at > 0 && '，'}
            <Link to={withQuery('/console/past', { import: id, state })}>{words}</Link>
          </Fragment>
        ))}
        。
      </p>
      <Failure refused={refused} />
      {mayImport && ready > 0 && waiting === 0 && (
        <div className="actions">
          <Button type="primary" onClick={() => void accept()}>
            采用没有疑点的{ready}份
          </Button>
        </div>
      )}
    </section>
  )
}
