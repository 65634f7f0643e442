import { CHANNELS, type Channel } from '@gongkai/law'
import type { Registered } from '@gongkai/web'
import { useState } from 'react'
import { type Answer, call, type Refused } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { useRegister } from '../authorities/register.js'
import { ActionForm } from '../form/action-form.js'
import { SelectField } from '../form/fields.js'
import { useAddress } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { mayAt, reachOf, useMe } from '../session/me.js'
import { todayInChina } from '../words/authority-words.js'
import { KINDS_OF_REQUEST } from '../words/request-words.js'
import { ApplicantFields } from './applicant-fields.js'
import { ComingFields } from './coming-fields.js'
import { ErrorsContext, errorsOf } from './field-errors.js'
import { ReceiptSheet } from './receipt-sheet.js'
import { RelatedCheck } from './related-part.js'
import { newTyped, requestOf, type Typed } from './typed-request.js'
import { useKey } from './use-key.js'
import { WantedFields } from './wanted-fields.js'

/** 登记申请: what came over the counter, by post or by another channel. The one who registers is shown number and secret once. */
export function NewRequestPage() {
  const { query } = useAddress()
  const me = useMe()
  const [typed, setTyped] = useState(() =>
    newTyped(query.get('authority') ?? reachOf(me, 'request.register')[0] ?? '', todayInChina()),
  )
  const [registered, setRegistered] = useState<Registered | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { keyOf, renew } = useKey()
  const change = (values: Partial<Typed>) => setTyped((before) => ({ ...before, ...values }))
  if (registered) {
    const again = () => {
      renew()
      setTyped(newTyped(typed.authorityId, todayInChina()))
      setRegistered(null)
    }
    const hasAgent = typed.people.some(({ part }) => part === 'agent')
    return <ReceiptSheet registered={registered} hasAgent={hasAgent} onAnother={again} />
  }
  const list = withQuery('/console/requests', { authority: typed.authorityId })
  const send = async (): Promise<Answer<Registered>> => {
    const body = requestOf(typed)
    // An answer that was lost on the way leaves one request, not two.
    const answer = await call<Registered>('POST', '/requests', { body, key: keyOf(body) })
    setRefused(answer.ok ? null : answer.refused)
    return answer
  }
  return (
    <div className="sheet">
      <PageTitle title="登记政府信息公开申请" />
      <ErrorsContext value={errorsOf(refused)}>
        <ActionForm submit="登记" back={list} send={send} onDone={setRegistered}>
          <Whose typed={typed} change={change} />
          <BlankForm authorityId={typed.authorityId} />
          <SelectField
            label="提出渠道"
            hint={CHANNEL_HINT}
            options={COUNTER}
            value={typed.channel}
            onChange={(channel) => change({ channel })}
          />
          {isChannel(typed.channel) && (
            <ComingFields channel={typed.channel} typed={typed} change={change} />
          )}
          <ApplicantFields typed={typed} change={change} />
          <WantedFields typed={typed} change={change} />
          <RelatedCheck typed={typed} />
        </ActionForm>
      </ErrorsContext>
    </div>
  )
}

const CHANNEL_HINT = '渠道决定收到之日怎样确定。网上提交的由申请人自己填写，不在这里登记。'

/** What is registered by the office: all but what the form on the portal brings. */
const COUNTER = (Object.keys(CHANNELS) as readonly Channel[])
  .filter((channel) => channel !== 'online')
  .map((channel) => [channel, CHANNELS[channel].title] as const)

function isChannel(text: string): text is Channel {
  return text in CHANNELS
}

function Whose({
  typed,
  change,
}: {
  readonly typed: Typed
  readonly change: (values: Partial<Typed>) => void
}) {
  const me = useMe()
  const { nodes, pathOf } = useRegister()
  const without = nodes.flatMap(({ id }) => (mayAt(me, 'request.register', pathOf(id)) ? [] : [id]))
  return (
    <div className="columns">
      <AuthorityPicker
        label="受理机关"
        without={without}
        value={typed.authorityId}
        onChange={(authorityId) => change({ authorityId })}
      />
      <SelectField
        label="申请事项"
        options={KINDS_OF_REQUEST}
        value={typed.kind}
        onChange={(kind) => change({ kind })}
      />
    </div>
  )
}

/** 申请表 of the authority, blank, for whoever fills it in at the counter. */
function BlankForm({ authorityId }: { readonly authorityId: string }) {
  const { nodes } = useRegister()
  const name = nodes.find(({ id }) => id === authorityId)?.name
  if (!name) return null
  const form = `/requests/new/${encodeURIComponent(name)}/form`
  return (
    <p className="about">
      空白申请表：<a href={`${form}/pdf`}>PDF</a>　<a href={`${form}/docx`}>Word</a>
    </p>
  )
}
