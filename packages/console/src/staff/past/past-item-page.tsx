import type { PastPage, PastReading } from '@gongkai/web'
import { useState } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { Waiting } from '../form/waiting.js'
import { navigate, useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { mayAt, useMe } from '../session/me.js'
import { DecidePart } from './decide-part.js'
import { Original } from './original.js'
import { Doubts } from './past-entry.js'
import { PAST_LABELS } from './past-words.js'
import { Recognised } from './recognised.js'

/** One file of the queue: what was read of it beside the file itself, whose report of which year it is, and what is decided. */
export function PastItemPage({ id }: { readonly id: string }) {
  const asked = useAsk<PastReading>(`/past/items/${id}`)
  return (
    <Waiting asked={asked}>
      {(item) => <Item key={item.version} item={item} reload={() => asked.reload(true)} />}
    </Waiting>
  )
}

function Item({ item, reload }: { readonly item: PastReading; readonly reload: () => void }) {
  const me = useMe()
  const { pathOf } = useRegister()
  const { query } = useAddress()
  const { id, file, state, authorityId, doubts, reading, reason, reportId } = item
  const [targetId, setTarget] = useState(item.targetId ?? item.proposals[0]?.authorityId ?? '')
  const [year, setYear] = useState(`${item.reportYear ?? ''}`)
  const importId = query.get('import')
  const next = useAsk<PastPage>(
    withQuery('/past/items', { authorityId, importId, state, after: id, limit: '1' }),
  )
  const back = withQuery('/console/past', { import: importId, state })
  const nextItem = next.value?.items[0]
  const forward = nextItem && withQuery(`/console/past/${nextItem.id}`, { import: importId })
  const isOpen = state === 'review' || state === 'ready' || state === 'waiting'
  const done = (words: string) => {
    navigate(forward ?? back)
    say(forward ? `${words}这是下一份。` : words)
  }
  return (
    <div className="report-page">
      <section className="report-head" aria-label="文件概况">
        <PageTitle title={file} />
        <p className="meta">
          <span className="badge">{PAST_LABELS[state]}</span>
          <Link to={back}>返回历年报告</Link>
          {forward && <Link to={forward}>{isOpen ? '暂不办理，看下一份' : '下一份'}</Link>}
          {reportId && <Link to={`/console/reports/${reportId}`}>查看采用后的报告</Link>}
        </p>
        <Doubts doubts={doubts} />
        {reason && <p>移出的理由：{reason}</p>}
        {isOpen && mayAt(me, 'past.import', pathOf(authorityId)) && (
          <DecidePart
            item={item}
            chosen={{ targetId, year }}
            onTarget={setTarget}
            onYear={setYear}
            onDone={done}
            onAgain={() => {
              reload()
              say('已交后台重新识别，请稍后刷新。')
            }}
          />
        )}
      </section>
      <div className="beside halves">
        <Original id={id} file={file} />
        {reading ? (
          <Recognised id={id} reading={reading} targetId={targetId} year={year} />
        ) : (
          <p className="sheet nothing">
            {state === 'waiting'
              ? '这份文件还在识别，请稍后刷新。'
              : '没有读出内容，请对照原文件办理。'}
          </p>
        )}
      </div>
    </div>
  )
}
