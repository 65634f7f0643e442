import type { RelatedRequests } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { Waiting } from '../form/waiting.js'
import { RelatedList } from './related-list.js'
import { requestOf, type Typed } from './typed-request.js'

/** What has to do with a request: those of the same applicant, and those that ask for the like. */
export function RelatedPart({ requestId }: { readonly requestId: string }) {
  const asked = useAsk<RelatedRequests>(`/requests/${requestId}/related`)
  return (
    <section aria-labelledby="related" className="no-print">
      <h2 id="related">此前和相近的申请</h2>
      <Waiting asked={asked}>{({ related }) => <RelatedList related={related} />}</Waiting>
    </section>
  )
}

/** The same while a request is registered, before it has its number. */
export function RelatedCheck({ typed }: { readonly typed: Typed }) {
  const [found, setFound] = useState<RelatedRequests['related'] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const look = async () => {
    const { authorityId, applicants, wanted } = requestOf(typed)
    const people = applicants.people.map(({ idKind, idNumber }) => ({ idKind, idNumber }))
    const { wanted: said, title = null, number = null } = wanted
    const body = { authorityId, people, wanted: { wanted: said, title, number } }
    const answer = await call<RelatedRequests>('POST', '/requests/related', { body })
    setRefused(answer.ok ? null : answer.refused)
    setFound(answer.ok ? answer.value.related : null)
  }
  return (
    <section aria-label="核对此前和相近的申请">
      <p className="people-line">
        <Button onClick={() => void look()}>核对此前和相近的申请</Button>
        <span className="about">按证件号码和内容描述查找，看是否重复。</span>
      </p>
      <div aria-live="polite">{found && <RelatedList related={found} isFilling />}</div>
      <Failure refused={refused} />
    </section>
  )
}
