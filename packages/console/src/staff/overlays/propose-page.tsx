import type { LawData, MovedDates, OverlayProposed, OverlayRequest } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { type Answer, call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Failure } from '../form/failure.js'
import { DayField, SelectField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { navigate, useAddress } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { useMe } from '../session/me.js'
import { todayInChina } from '../words/authority-words.js'
import { DueDayFields, HolidayFields, ValueFields } from './content-fields.js'
import { contentOf, type Filled } from './content-of.js'
import { MovedList } from './moved-list.js'
import { KINDS } from './overlay-words.js'

/** Puts an overlay up for approval by somebody else, with a look at the dates that would move. */
export function ProposePage() {
  const asked = useAsk<LawData>('/overlays')
  return (
    <div className="sheet">
      <PageTitle title="提出法规数据的补充" />
      <Waiting asked={asked}>{({ values }) => <ProposeForm values={values} />}</Waiting>
    </div>
  )
}

function ProposeForm({ values }: { readonly values: LawData['values'] }) {
  const me = useMe()
  const { query } = useAddress()
  const key = query.get('key') ?? ''
  const year = Number(todayInChina().slice(0, 4))
  const form = useForm<Filled>({
    kind: key === '' ? 'holidays' : 'value',
    ...{ year: `${year + 1}`, off: '', on: '', settles: 'yes' },
    ...{ area: me.region.name, level: 'department', from: `${year}`, until: '', monthDay: '' },
    ...{ key, isRight: 'yes' },
    ...{ title: '', number: '', issuedOn: '', foundAt: '' },
  })
  const { bind } = form
  const { kind } = form.values
  const request = () => requestOf(form.values, values)
  const send = async (): Promise<Answer<OverlayProposed>> => {
    const made = request()
    return made.ok ? call('POST', '/overlays', { body: made.value }) : made
  }
  return (
    <ActionForm
      submit="提出"
      back="/console/law"
      send={send}
      onDone={() => {
        navigate('/console/law')
        say('已提出，等待另一人复核。')
      }}
    >
      <SelectField label="补充的是" options={KINDS} {...bind('kind')} />
      {kind === 'holidays' && <HolidayFields bind={bind} />}
      {kind === 'localDuty' && <DueDayFields bind={bind} />}
      {kind === 'value' && <ValueFields form={form} values={values} />}
      <fieldset>
        <legend>来源文件</legend>
        <TextField label="标题" {...bind('title')} />
        <TextField label="文号" isOptional {...bind('number')} />
        <DayField label="印发日期" {...bind('issuedOn')} />
        <TextField label="文件名或者网址" isOptional hint="供复核的人查对。" {...bind('foundAt')} />
      </fieldset>
      <Preview request={request} />
    </ActionForm>
  )
}

function requestOf(filled: Filled, values: LawData['values']): Answer<OverlayRequest> {
  const content = contentOf(filled, values)
  if (!content.ok) return content
  const { title = '', number = '', issuedOn = '', foundAt = '' } = filled
  return {
    ok: true,
    value: { content: content.value, source: { title, number, issuedOn, foundAt } },
  }
}

/** Which dates would move, told before anything is proposed. */
function Preview({ request }: { readonly request: () => Answer<OverlayRequest> }) {
  const [moved, setMoved] = useState<MovedDates | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const look = async () => {
    const made = request()
    const answer = made.ok
      ? await call<MovedDates>('POST', '/overlays/preview', { body: made.value })
      : made
    setMoved(answer.ok ? answer.value : null)
    setRefused(answer.ok ? null : answer.refused)
  }
  return (
    <fieldset>
      <legend>移动的日期</legend>
      <Button onClick={() => void look()}>预览移动的日期</Button>
      <Failure refused={refused} />
      <div role="status">{moved && <MovedList moved={moved} />}</div>
    </fieldset>
  )
}
