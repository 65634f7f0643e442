import type { RemedyKind } from '@gongkai/law'
import type { AuthorityFile, Remedy } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { useRegister } from '../authorities/register.js'
import { ActionForm } from '../form/action-form.js'
import { SelectField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { useMay } from '../requests/use-authority.js'
import { navigate, useAddress } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { mayAt, reachOf, useMe } from '../session/me.js'
import { todayInChina } from '../words/authority-words.js'
import { isKind, isSuit, REMEDY_TITLES } from '../words/remedy-words.js'
import { InstanceFields } from './instance-fields.js'
import { LinkFields } from './link-fields.js'
import { doneText } from './remedy-dialog.js'
import { instanceToSend, linksToSend, NO_LINKS, newInstance } from './typed-remedy.js'

/** 登记 what was brought against an authority: reconsiderations and suits by its desk, complaints by the supervising office. */
export function NewRemedyPage() {
  const { query } = useAddress()
  const me = useMe()
  const [authorityId, setAuthorityId] = useState(
    query.get('authority') ??
      reachOf(me, 'remedy.handle')[0] ??
      reachOf(me, 'remedy.supervise')[0] ??
      '',
  )
  const asked = useAsk<AuthorityFile>(authorityId ? `/authorities/${authorityId}` : null)
  const requestId = query.get('request') ?? ''
  return (
    <div className="sheet">
      <PageTitle title="登记行政复议、行政诉讼、投诉举报" />
      {!requestId && <Against authorityId={authorityId} onChange={setAuthorityId} />}
      {authorityId && (
        <Waiting asked={asked}>
          {(file) => <Form key={authorityId} file={file} requestId={requestId} />}
        </Waiting>
      )}
    </div>
  )
}

function Against({
  authorityId,
  onChange,
}: {
  readonly authorityId: string
  readonly onChange: (id: string) => void
}) {
  const me = useMe()
  const { nodes, pathOf } = useRegister()
  const mayRegister = (id: string) =>
    mayAt(me, 'remedy.handle', pathOf(id)) || mayAt(me, 'remedy.supervise', pathOf(id))
  return (
    <AuthorityPicker
      label="被申请人、被告、被投诉的机关"
      without={nodes.flatMap(({ id }) => (mayRegister(id) ? [] : [id]))}
      value={authorityId}
      onChange={onChange}
    />
  )
}

function Form({
  file: { authority },
  requestId,
}: {
  readonly file: AuthorityFile
  readonly requestId: string
}) {
  const may = useMay(authority.id)
  const kinds = kindsFor(may('remedy.handle'), may('remedy.supervise'))
  const [kind, setKind] = useState<string>(kinds[0]?.[0] ?? '')
  const [links, setLinks] = useState({ ...NO_LINKS, requestId, body: bodyOf(authority, kind) })
  const [instance, setInstance] = useState(newInstance(todayInChina()))
  const list = withQuery('/console/remedies', { authority: authority.id })
  const body = {
    ...{ authorityId: authority.id, kind, ...linksToSend(links) },
    instance: instanceToSend(instance),
  }
  const choose = (next: string) => {
    setKind(next)
    setLinks((before) => ({ ...before, afterId: '', body: bodyOf(authority, next) }))
  }
  if (!isKind(kind)) return <p className="nothing">您目前的职责不办理登记。</p>
  return (
    <ActionForm
      submit="登记"
      back={requestId ? `/console/requests/${requestId}` : list}
      send={() => call<Remedy>('POST', '/remedies', { body })}
      onDone={(remedy) => {
        navigate(`/console/remedies/${remedy.id}`)
        say(doneText('登记', remedy))
      }}
    >
      <SelectField label="种类" options={kinds} value={kind} onChange={choose} />
      <LinkFields
        authorityId={authority.id}
        kind={kind}
        links={links}
        change={(some) => setLinks((before) => ({ ...before, ...some }))}
      />
      <InstanceFields
        kind={kind}
        instance={instance}
        change={(some) => setInstance((before) => ({ ...before, ...some }))}
      />
    </ActionForm>
  )
}

function kindsFor(mayHandle: boolean, maySupervise: boolean) {
  return (Object.keys(REMEDY_TITLES) as readonly RemedyKind[])
    .filter((kind) => (kind === 'complaint' ? maySupervise : mayHandle))
    .map((kind) => [kind, REMEDY_TITLES[kind]] as const)
}

/** Who decides, as the register of authorities knows it. */
function bodyOf({ reviewBody, court }: AuthorityFile['authority'], kind: string): string {
  if (kind === 'reconsideration') return reviewBody ?? ''
  return isKind(kind) && isSuit(kind) ? (court ?? '') : ''
}
