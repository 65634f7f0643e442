import type { RequestsPage as Listed } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { TextField } from '../form/fields.js'
import { StateChips } from '../form/state-chips.js'
import { Waiting } from '../form/waiting.js'
import { setQuery } from '../router/address.js'
import { LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { useRemembered } from '../router/remembered.js'
import { useMe } from '../session/me.js'
import { EMPTY, QUEUES } from '../words/request-words.js'
import { HandlerField, SectionField } from './handler-part.js'
import { RequestTable } from './request-table.js'
import { NoRegister, useAuthorityId, useMay, WhichAuthority } from './use-authority.js'

type Queue = keyof typeof QUEUES

/** The register of requests of an authority and its queues. Which one stands in the address. */
export function RequestsPage() {
  const me = useMe()
  const query = useRemembered(me.person.id)
  const authorityId = useAuthorityId(query)
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title="依申请公开" />
        <NoRegister />
      </div>
    )
  }
  return <Register authorityId={authorityId} query={query} />
}

function Register({
  authorityId,
  query,
}: {
  readonly authorityId: string
  readonly query: URLSearchParams
}) {
  const may = useMay(authorityId)
  const { nodes } = useRegister()
  const isAbove = nodes.some(({ parentId }) => parentId === authorityId)
  const queue = queueOf(query.get('queue'))
  // What is looked for may be a name: it stays out of the address and is kept nowhere.
  const [words, setWords] = useState('')
  const after = query.get('after')
  const me = useMe()
  const handler = query.get('handler') ?? ''
  const handlerId = handler === 'me' ? me.person.id : handler
  const section = query.get('section') ?? ''
  const asked = useAsk<Listed>(
    words === ''
      ? withQuery('/requests', { authorityId, after, queue, handlerId, section })
      : '/requests/search',
    words === '' ? undefined : { authorityId, after, words },
  )
  return (
    <div className="sheet">
      <PageTitle title="依申请公开" windowTitle={`依申请公开：${QUEUES[queue]}`}>
        {may('request.register') && (
          <LinkButton to={withQuery('/console/requests/new', { authority: authorityId })}>
            登记申请
          </LinkButton>
        )}
        {may('request.import') && (
          <LinkButton to={withQuery('/console/requests/import', { authority: authorityId })}>
            导入此前的申请
          </LinkButton>
        )}
        {may('task.answer') && (
          <LinkButton to={withQuery('/console/requests/tasks', { authority: authorityId })}>
            交办事项
          </LinkButton>
        )}
        {may('request.handle') && (
          <LinkButton to={withQuery('/console/requests/workload', { authority: authorityId })}>
            承办情况
          </LinkButton>
        )}
        {may('proactive.read') && (
          <LinkButton to={withQuery('/console/requests/proactive', { authority: authorityId })}>
            转为主动公开
          </LinkButton>
        )}
        {may('reevaluation.record') && (
          <LinkButton to={withQuery('/console/requests/reevaluations', { authority: authorityId })}>
            定期评估
          </LinkButton>
        )}
        {isAbove && (
          <LinkButton to={withQuery('/console/requests/board', { authority: authorityId })}>
            各机关办理情况
          </LinkButton>
        )}
        <LinkButton to={withQuery('/console/requests/fees', { authority: authorityId })}>
          信息处理费
        </LinkButton>
        <LinkButton to={withQuery('/console/requests/counts', { authority: authorityId })}>
          统计
        </LinkButton>
        <LinkButton to={withQuery('/console/requests/retention', { authority: authorityId })}>
          个人信息保存
        </LinkButton>
        {(may('reading.see') || may('reading.audit')) && (
          <LinkButton to={withQuery('/console/requests/readings', { authority: authorityId })}>
            谁看过
          </LinkButton>
        )}
      </PageTitle>
      <WhichAuthority authorityId={authorityId} />
      <Search words={words} onWords={setWords} />
      {words === '' && (
        <>
          {may('request.handle') && (
            <div className="columns">
              <HandlerField authorityId={authorityId} value={handlerId} />
              <SectionField authorityId={authorityId} value={section} />
            </div>
          )}
          <StateChips labels={QUEUES} state={queue} name="queue" />
        </>
      )}
      <Waiting asked={asked}>
        {({ requests, next }) => (
          <>
            {requests.length === 0 ? (
              <p className="nothing">
                {words === '' ? EMPTY[queue] : '没有找到。可以减少字数，或者换一个受理机关查找。'}
              </p>
            ) : (
              <RequestTable requests={requests} />
            )}
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}

function Search({
  words,
  onWords,
}: {
  readonly words: string
  readonly onWords: (words: string) => void
}) {
  const [typed, setTyped] = useState(words)
  const look = (next: string) => {
    setTyped(next)
    onWords(next.trim())
    setQuery({ after: '' }, 'replace')
  }
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          look(typed)
        }}
      >
        <TextField
          label="内容、文号、申请编号或者申请人"
          isOptional
          value={typed}
          onChange={setTyped}
        />
        <div className="actions">
          <Button htmlType="submit">查找</Button>
          {words !== '' && <Button onClick={() => look('')}>取消查找</Button>}
        </div>
      </form>
    </search>
  )
}

function queueOf(text: string | null): Queue {
  return text !== null && text in QUEUES ? (text as Queue) : 'open'
}
