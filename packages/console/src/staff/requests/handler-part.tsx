import type { RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call, type Refused } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { Failure } from '../form/failure.js'
import { Field } from '../form/field.js'
import { PersonName } from '../people/person-name.js'
import { setQuery } from '../router/address.js'
import { say } from '../router/said.js'
import { useMe } from '../session/me.js'
import { PersonField, WorkerOption, workersOf } from './tasks/person-field.js'
import { useWorkload } from './tasks/use-workload.js'
import { useMay } from './use-authority.js'
import { versionedRequest } from './versioned.js'

/** 承办人: who sees to a request; taken over with one press, or given to another. */
export function HandlerPart({
  request,
  reload,
}: {
  readonly request: RequestFile
  readonly reload: () => void
}) {
  const me = useMe()
  const may = useMay(request.authorityId)
  const [isOpen, setOpen] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { handlerId, closedOn } = request
  const done = () => {
    setOpen(false)
    reload()
    say('已确定承办人。')
  }
  const takeOver = async () => {
    const answer = await assign(request, me.person.id, request.version)
    if (answer.ok) done()
    else setRefused(answer.refused)
  }
  const isChangeable = may('request.handle') && !closedOn
  return (
    <section aria-label="承办人">
      <p className="people-line">
        承办人：
        {handlerId ? <PersonName id={handlerId} /> : closedOn ? '没有登记' : '还没有确定'}
        {isChangeable && handlerId !== me.person.id && (
          <Button size="small" onClick={() => void takeOver()}>
            由我承办
          </Button>
        )}
        {isChangeable && (
          <Button size="small" onClick={() => setOpen(true)}>
            {handlerId ? '更换承办人' : '确定承办人'}
          </Button>
        )}
      </p>
      <Failure refused={refused} />
      {isOpen && <AssignDialog request={request} onClose={() => setOpen(false)} onDone={done} />}
    </section>
  )
}

function AssignDialog({
  request,
  onClose,
  onDone,
}: {
  readonly request: RequestFile
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const [handlerId, setHandlerId] = useState('')
  return (
    <Dialog title={`确定申请${request.requestNumber}的承办人`} onClose={onClose}>
      <ActionForm
        submit="确定"
        onBack={onClose}
        versioned={versionedRequest(request, '确定承办人', onDone)}
        send={(version) => assign(request, handlerId, version)}
        onDone={onDone}
      >
        <PersonField
          label="承办人"
          authorityId={request.authorityId}
          fits={({ personId, isHandler }) => isHandler && personId !== request.handlerId}
          hint="本机关的政府信息公开联络员或者工作机构负责人。将通知本人。"
          value={handlerId}
          onChange={setHandlerId}
        />
      </ActionForm>
    </Dialog>
  )
}

function assign({ id }: RequestFile, handlerId: string, version: number) {
  return call<RequestFile>('POST', `/requests/${id}/handler`, { body: { handlerId }, version })
}

/** Narrows the register to the requests of one handler, or of nobody; it stands in the address. */
export function HandlerField({
  authorityId,
  value,
}: {
  readonly authorityId: string
  readonly value: string
}) {
  const { value: workloads } = useWorkload(authorityId)
  const people = workersOf(
    workloads,
    ({ personId, isHandler, requests }) => isHandler || requests.open > 0 || personId === value,
  )
  return (
    <Field label="承办人">
      {(wired) => (
        <select
          {...wired}
          className="select"
          value={value}
          onChange={({ target }) => setQuery({ handler: target.value, after: '' })}
        >
          <option value="">全部</option>
          <option value="none">无人承办</option>
          {people.map((worker) => (
            <WorkerOption key={worker.personId} worker={worker} />
          ))}
        </select>
      )}
    </Field>
  )
}

/** Narrows the register to what one section has to do; nothing where nobody's section is said. */
export function SectionField({
  authorityId,
  value,
}: {
  readonly authorityId: string
  readonly value: string
}) {
  const said = workersOf(useWorkload(authorityId).value, () => true).map(({ section }) => section)
  const sections = [...new Set([...said, value || null])].filter((one) => one !== null).toSorted()
  if (sections.length === 0) return null
  return (
    <Field label="科室" hint="该科室人员承办的，或者有交办事项待其答复的。">
      {(wired) => (
        <select
          {...wired}
          className="select"
          value={value}
          onChange={({ target }) => setQuery({ section: target.value, after: '' })}
        >
          <option value="">全部</option>
          {sections.map((section) => (
            <option key={section}>{section}</option>
          ))}
        </select>
      )}
    </Field>
  )
}
