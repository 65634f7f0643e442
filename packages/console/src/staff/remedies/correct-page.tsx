import type { Remedy } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { DayField, ReasonField, SelectField, TextField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { navigate } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import {
  ANSWERS,
  DECISIONS,
  instanceName,
  REMEDY_TITLES,
  resultsOf,
  standingOf,
} from '../words/remedy-words.js'
import { InstanceFields } from './instance-fields.js'
import { LinkFields } from './link-fields.js'
import { doneText, versionedRemedy } from './remedy-dialog.js'
import {
  instanceToSend,
  linksToSend,
  redoToSend,
  type TypedInstance,
  type TypedRedo,
  typedOf,
} from './typed-remedy.js'

/** 更正登记: everything that was written down may be put right, with the reason. */
export function CorrectRemedyPage({ id }: { readonly id: string }) {
  const asked = useAsk<Remedy>(`/remedies/${id}`)
  return <Waiting asked={asked}>{(remedy) => <Form remedy={remedy} />}</Waiting>
}

function Form({ remedy }: { readonly remedy: Remedy }) {
  const { id, kind, authorityId } = remedy
  const [typed, setTyped] = useState(() => typedOf(remedy))
  const [reason, setReason] = useState('')
  const place = `/console/remedies/${id}`
  const { links, instances, redo } = typed
  const facts = {
    ...{ ...linksToSend(links), instances: instances.map(instanceToSend) },
    redo: redoToSend(redo),
  }
  const changeInstance = (index: number, some: Partial<TypedInstance>) =>
    setTyped((before) => ({
      ...before,
      instances: before.instances.map((one, at) => (at === index ? { ...one, ...some } : one)),
    }))
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={place}>
          {REMEDY_TITLES[kind]}：{standingOf(remedy)}
        </Link>
      </nav>
      <PageTitle title="更正登记" />
      <ActionForm
        submit="更正登记"
        back={place}
        versioned={versionedRemedy(remedy, '更正登记', () => navigate(place))}
        send={(version) =>
          call<Remedy>('POST', `/remedies/${id}/correct`, { body: { reason, facts }, version })
        }
        onDone={(after) => {
          navigate(place)
          say(doneText('更正登记', after))
        }}
      >
        <p>
          期限按更正后的内容重新计算。改动前后的内容和原因写入记录。种类有误的，请去除后重新登记。
        </p>
        <LinkFields
          authorityId={authorityId}
          kind={kind}
          links={links}
          change={(some) =>
            setTyped((before) => ({ ...before, links: { ...before.links, ...some } }))
          }
        />
        {instances.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a correction neither adds nor takes away
          <fieldset key={index}>
            <legend>{instanceName(kind, index) || '办理经过'}</legend>
            <InstanceFields
              kind={kind}
              instance={one}
              change={(some) => changeInstance(index, some)}
            />
            <OutcomeFields
              kind={kind}
              instance={one}
              change={(some) => changeInstance(index, some)}
            />
          </fieldset>
        ))}
        {remedy.redo && (
          <RedoFields
            redo={redo}
            change={(some) =>
              setTyped((before) => ({ ...before, redo: { ...before.redo, ...some } }))
            }
          />
        )}
        <ReasonField
          label="更正的原因"
          hint="写入记录。不要写当事人的姓名、号码。"
          value={reason}
          onChange={setReason}
        />
      </ActionForm>
    </div>
  )
}

function OutcomeFields({
  kind,
  instance,
  change,
}: {
  readonly kind: Remedy['kind']
  readonly instance: TypedInstance
  readonly change: (some: Partial<TypedInstance>) => void
}) {
  return (
    <>
      <DayField
        label={`${ANSWERS[kind]}的日期`}
        isOptional
        value={instance.answeredOn}
        onChange={(answeredOn) => change({ answeredOn })}
      />
      <SelectField
        label={DECISIONS[kind]}
        isOptional
        options={[['', '还没有'], ...resultsOf(kind)]}
        value={instance.result}
        onChange={(result) => change({ result })}
      />
      <DayField
        label={`${DECISIONS[kind]}的日期`}
        isOptional
        value={instance.decidedOn}
        onChange={(decidedOn) => change({ decidedOn })}
      />
    </>
  )
}

function RedoFields({
  redo,
  change,
}: {
  readonly redo: TypedRedo
  readonly change: (some: Partial<TypedRedo>) => void
}) {
  return (
    <fieldset>
      <legend>重新作出的答复</legend>
      <DayField
        label="收到决定、裁判之日"
        isOptional
        hint="没有责令重新答复的，清空这一栏。"
        value={redo.from}
        onChange={(from) => change({ from })}
      />
      {redo.from && (
        <>
          <TextField
            label="期限（工作日数）"
            inputMode="numeric"
            value={redo.days}
            onChange={(days) => change({ days })}
          />
          <DayField
            label="重新作出答复的日期"
            isOptional
            value={redo.doneOn}
            onChange={(doneOn) => change({ doneOn })}
          />
          <TextField
            label="文号"
            isOptional
            value={redo.number}
            onChange={(number) => change({ number })}
          />
        </>
      )}
    </fieldset>
  )
}
