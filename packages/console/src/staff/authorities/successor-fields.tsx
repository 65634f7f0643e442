import type { Authority, AuthorityFile, MergeRequest } from '@gongkai/web'
import { type Answer, call } from '../api/call.js'
import { SelectField } from '../form/fields.js'
import { AuthorityPicker } from './authority-picker.js'
import { type DetailValues, detailsOf, NeededFields, valuesOf } from './detail-fields.js'

/** An authority that carries on, as it is filled in. */
export type SuccessorDraft = {
  readonly kind: string
  readonly authorityId: string
  readonly parentId: string
  readonly details: DetailValues
}

/** A new one of the same kind and level, beside the one that goes over into it. */
export function emptySuccessor({ parentId, id, kind, level }: Authority): SuccessorDraft {
  const details = { ...valuesOf(), kind, level }
  return { kind: 'existing', authorityId: '', parentId: parentId ?? id, details }
}

const KINDS_OF_SUCCESSOR = { existing: '现有机关', new: '新组建的机关' }

/** Which authority carries on: one that exists, or a new one. */
export function SuccessorFields({
  draft,
  onChange,
  without,
}: {
  readonly draft: SuccessorDraft
  readonly onChange: (draft: SuccessorDraft) => void
  readonly without: readonly string[]
}) {
  const set = (key: keyof SuccessorDraft) => (value: string) => onChange({ ...draft, [key]: value })
  return (
    <>
      <SelectField
        label="承接的机关"
        options={KINDS_OF_SUCCESSOR}
        value={draft.kind}
        onChange={set('kind')}
      />
      {draft.kind === 'existing' ? (
        <AuthorityPicker
          label="现有机关"
          without={without}
          value={draft.authorityId}
          onChange={set('authorityId')}
        />
      ) : (
        <>
          <NeededFields
            bind={(key) => ({
              value: draft.details[key],
              onChange: (value) =>
                onChange({ ...draft, details: { ...draft.details, [key]: value } }),
            })}
          />
          <AuthorityPicker
            label="新机关的上级机关"
            value={draft.parentId}
            onChange={set('parentId')}
          />
        </>
      )}
    </>
  )
}

type Ref = MergeRequest['others'][number]

/** Authorities with the version that they have now. */
export async function refsOf(ids: readonly string[]): Promise<Answer<readonly Ref[]>> {
  const refs: Ref[] = []
  for (const authorityId of ids) {
    const answer = await call<AuthorityFile>('GET', `/authorities/${authorityId}`)
    if (!answer.ok) return answer
    refs.push({ authorityId, version: answer.value.authority.version })
  }
  return { ok: true, value: refs }
}

/** The successors as they are sent. */
export async function sentSuccessors(
  drafts: readonly SuccessorDraft[],
): Promise<Answer<readonly unknown[]>> {
  const sent: unknown[] = []
  for (const { kind, authorityId, parentId, details } of drafts) {
    if (kind === 'new') {
      sent.push({ kind, parentId, details: detailsOf(details) })
      continue
    }
    if (authorityId === '') return NOT_CHOSEN
    const refs = await refsOf([authorityId])
    if (!refs.ok) return refs
    sent.push({ kind: 'existing', ...refs.value[0] })
  }
  return { ok: true, value: sent }
}

const NOT_CHOSEN = {
  ok: false,
  refused: { code: 'successor.not-chosen', message: '还没有选择承接的机关。请选择后再提交。' },
} as const
