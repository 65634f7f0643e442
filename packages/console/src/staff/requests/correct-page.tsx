import { CHANNELS, type Channel } from '@gongkai/law'
import type {
  CorrectionMoves,
  CorrectionRequest,
  RequestFile,
  RequestPeople,
  RequestView,
} from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Failure } from '../form/failure.js'
import { ReasonField, SelectField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { navigate } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { KINDS_OF_REQUEST } from '../words/request-words.js'
import { ApplicantFields, ApplicantKindField } from './applicant-fields.js'
import { ComingFields } from './coming-fields.js'
import { ErrorsContext, errorsOf } from './field-errors.js'
import { MovesList } from './moves-list.js'
import { RequestCrumb } from './request-crumb.js'
import { newTyped, requestOf, type Typed } from './typed-request.js'
import { versionedRequest } from './versioned.js'
import { WantedFields } from './wanted-fields.js'

/** 更正登记: what was registered wrongly of a request. What moves with it is shown before it is confirmed. */
export function CorrectPage({ id }: { readonly id: string }) {
  const asked = useAsk<RequestView>(`/requests/${id}`)
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <RequestCrumb id={id} />
      </nav>
      <PageTitle title="更正申请的登记" />
      <Waiting asked={asked}>
        {({ request }) => <Form key={request.version} request={request} reload={asked.reload} />}
      </Waiting>
    </div>
  )
}

function Form({ request, reload }: { readonly request: RequestFile; readonly reload: () => void }) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(request))
  const [isPeople, setPeople] = useState(false)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [moves, setMoves] = useState<CorrectionMoves | null>(null)
  const change = (values: Partial<Typed>) => setTyped((before) => ({ ...before, ...values }))
  const path = `/requests/${request.id}/correction`
  const body = bodyOf(typed, isPeople, reason)
  const back = `/console/requests/${request.id}`
  const versioned = versionedRequest(request, '更正登记', reload)
  const isOnline = request.channel === 'online'
  return (
    <ErrorsContext value={errorsOf(refused)}>
      <ActionForm
        submit="查看更正后的变动"
        back={back}
        versioned={versioned}
        send={async (version) => {
          const answer = await call<CorrectionMoves>('POST', `${path}/preview`, { body, version })
          setRefused(answer.ok ? null : answer.refused)
          return answer
        }}
        onDone={setMoves}
      >
        <SelectField
          label="申请事项"
          hint="已经拟制决定文书或者收费通知书、已经办结的，不能更正。"
          options={KINDS_OF_REQUEST}
          value={typed.kind}
          onChange={(kind) => change({ kind })}
        />
        {isOnline ? (
          <p>网上提交的，渠道由申请人选择，不更正；收到之日由双方的确认确定。</p>
        ) : (
          <SelectField
            label="提出渠道"
            options={COUNTER}
            value={typed.channel}
            onChange={(channel) => change({ channel })}
          />
        )}
        <ComingFields channel={typed.channel as Channel} typed={typed} change={change} />
        <WantedFields typed={typed} change={change} isRegistered />
        {isPeople ? (
          <ApplicantFields typed={typed} change={change} />
        ) : (
          <>
            <ApplicantKindField
              value={typed.applicantKind}
              onChange={(applicantKind) => change({ applicantKind })}
            />
            <OpenPeople
              requestId={request.id}
              onOpen={(people) => {
                change({ people })
                setPeople(true)
              }}
            />
          </>
        )}
        <ReasonField
          label="更正的原因"
          value={reason}
          onChange={setReason}
          hint="与更正前的内容一起保存。不要写申请人的姓名、号码。"
        />
      </ActionForm>
      {moves && (
        <Dialog title="更正后的变动" onClose={() => setMoves(null)}>
          <ActionForm
            submit="确认更正"
            onBack={() => setMoves(null)}
            versioned={versioned}
            send={(version) => call<RequestFile>('POST', path, { body, version })}
            onDone={() => {
              navigate(back)
              say('已更正登记。')
            }}
          >
            <MovesList moves={moves} />
          </ActionForm>
        </Dialog>
      )}
    </ErrorsContext>
  )
}

/** Who asks is opened by a button, because every opening is recorded. */
function OpenPeople({
  requestId,
  onOpen,
}: {
  readonly requestId: string
  readonly onOpen: (people: Typed['people']) => void
}) {
  const [refused, setRefused] = useState<Refused | null>(null)
  const open = async () => {
    const answer = await call<RequestPeople>('GET', `/requests/${requestId}/applicant`)
    if (!answer.ok) return setRefused(answer.refused)
    const now = answer.value.people.filter(({ until }) => until === null)
    onOpen(
      now.flatMap(({ no, person }) =>
        person ? [{ key: no, ...person, ...filledIn(person) }] : [],
      ),
    )
  }
  return (
    <p className="people-line">
      <Button onClick={() => void open()}>更正申请人的姓名、证件、联系方式</Button>
      <span className="about">登记的内容随之打开，每次查看都记入记录。</span>
      <Failure refused={refused} />
    </p>
  )
}

type Person = NonNullable<RequestPeople['people'][number]['person']>

function filledIn({ contactName, phone, email, address, postalCode }: Person) {
  const text = (value: string | null) => value ?? ''
  return {
    ...{ contactName: text(contactName), phone: text(phone), email: text(email) },
    ...{ address: text(address), postalCode: text(postalCode) },
  }
}

const COUNTER = (Object.keys(CHANNELS) as readonly Channel[])
  .filter((channel) => channel !== 'online')
  .map((channel) => [channel, CHANNELS[channel].title] as const)

function typedOf(request: RequestFile): Typed {
  const text = (value: string | null) => value ?? ''
  return {
    ...newTyped(request.authorityId, request.arrivedOn),
    ...{ kind: request.kind, channel: request.channel, arrivedOn: request.arrivedOn },
    applicantConfirmedOn: text(request.applicantConfirmedOn),
    authorityConfirmedOn: text(request.authorityConfirmedOn),
    ...{ confirmedHow: text(request.confirmedHow), proof: text(request.proof) },
    ...{ applicantKind: request.applicantKind, wanted: request.wanted },
    ...{ title: text(request.title), number: text(request.number), help: text(request.help) },
    ...{ form: request.form, way: request.way, news: request.news },
  }
}

/** The whole registration as it is to stand; who asks only where it was opened. */
function bodyOf(typed: Typed, isPeople: boolean, reason: string): CorrectionRequest {
  const { applicants, wanted, kind = 'disclosure', news = 'page', ...rest } = requestOf(typed)
  const { authorityId: _, ...coming } = rest
  return {
    registration: { kind, news, ...coming, ...wanted, applicantKind: applicants.kind },
    people: isPeople ? applicants.people : null,
    reason,
  }
}
