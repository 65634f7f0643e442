import { AuthorityPicker } from '../authorities/authority-picker.js'
import { SelectField } from '../form/fields.js'
import { roleOptions, useRoles } from './roles.js'

/** A role in an authority, as it is chosen. */
export type AssignmentDraft = { readonly authorityId: string; readonly role: string }

export function AssignmentFields({
  draft,
  onChange,
}: {
  readonly draft: AssignmentDraft
  readonly onChange: (draft: AssignmentDraft) => void
}) {
  const roles = useRoles()
  const says = roles.find(({ id }) => id === draft.role)?.says
  return (
    <>
      <AuthorityPicker
        label="机关"
        value={draft.authorityId}
        onChange={(authorityId) => onChange({ ...draft, authorityId })}
      />
      <SelectField
        label="职责"
        options={roleOptions(roles)}
        hint={says && `${says}。`}
        value={draft.role}
        onChange={(role) => onChange({ ...draft, role })}
      />
    </>
  )
}
