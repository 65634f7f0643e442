import type { Invited } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { AssignmentFields } from './assignment-fields.js'
import { ContactFields } from './contact-fields.js'
import { HandedLink } from './handed-link.js'

/** Adds a person with what the person will hold, and shows the link to hand over. */
export function InvitePage() {
  const { query } = useAddress()
  const first = { key: 0, authorityId: query.get('authorityId') ?? '', role: '' }
  const { values, bind } = useForm({ name: '', login: '', phone: '', email: '' })
  const [drafts, setDrafts] = useState([first])
  const [invited, setInvited] = useState<Invited | null>(null)
  const add = () =>
    setDrafts((before) => [...before, { ...first, key: (before.at(-1)?.key ?? 0) + 1 }])
  const send = () => {
    const { phone, email, ...rest } = values
    const assignments = drafts.map(({ authorityId, role }) => ({ authorityId, role }))
    const body = { ...rest, phone: phone.trim() || null, email: email.trim() || null, assignments }
    return call<Invited>('POST', '/people', { body })
  }
  const done = (value: Invited) => {
    setInvited(value)
    say(`已邀请${values.name}。`)
  }
  if (invited) {
    return (
      <div className="sheet">
        <PageTitle title={`已邀请${values.name}`} />
        <HandedLink link={invited} what="邀请链接" name={values.name} />
        <p className="actions">
          <Link to={`/console/people/${invited.personId}`}>查看该人员</Link>
          <Link to="/console/people">返回人员</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="sheet">
      <PageTitle title="邀请人员" />
      <ActionForm submit="邀请" back="/console/people" send={send} onDone={done}>
        <div className="columns">
          <TextField label="姓名" {...bind('name')} />
          <TextField label="登录名" hint="登录时使用，不区分大小写。" {...bind('login')} />
          <ContactFields bind={bind} />
        </div>
        {drafts.map(({ key, ...draft }, at) => (
          <fieldset key={key}>
            <legend>职责{drafts.length > 1 ? at + 1 : ''}</legend>
            <AssignmentFields
              draft={draft}
              onChange={(next) =>
                setDrafts((all) => all.map((one) => (one.key === key ? { key, ...next } : one)))
              }
            />
            {drafts.length > 1 && (
              <Button onClick={() => setDrafts((all) => all.filter((one) => one.key !== key))}>
                移去职责{at + 1}
              </Button>
            )}
          </fieldset>
        ))}
        <p>
          <Button onClick={add}>再加一项职责</Button>
        </p>
      </ActionForm>
    </div>
  )
}
