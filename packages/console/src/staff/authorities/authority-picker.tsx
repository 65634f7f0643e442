import { Select } from 'antd'
import { Field } from '../form/field.js'
import { Needed } from '../form/needed.js'
import { useRegister } from './register.js'

type Common = {
  readonly label: string
  readonly hint?: string
  /** Ids that are not for choice. */
  readonly without?: readonly string[]
}

/** One authority of the tree, found by a part of its name; empty for none. */
export function AuthorityPicker({
  value,
  onChange,
  isOptional = false,
  ...rest
}: Common & {
  readonly value: string
  readonly onChange: (id: string) => void
  readonly isOptional?: boolean
}) {
  const { label, hint } = rest
  const options = useOptions(rest)
  return (
    <Field label={label} hint={hint} isOptional={isOptional}>
      {(wired) => (
        <>
          <Needed id={wired.id} isMissing={!isOptional && value === ''} />
          <Select
            {...wired}
            showSearch={SEARCH}
            allowClear={isOptional}
            placeholder={isOptional ? '全部' : '输入名称查找'}
            options={options}
            value={value || null}
            onChange={(id: string | null) => onChange(id ?? '')}
          />
        </>
      )}
    </Field>
  )
}

/** Several authorities of the tree. */
export function AuthoritiesPicker({
  value,
  onChange,
  ...rest
}: Common & {
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  const { label, hint } = rest
  const options = useOptions(rest)
  return (
    <Field label={label} hint={hint}>
      {(wired) => (
        <Select
          {...wired}
          mode="multiple"
          showSearch={SEARCH}
          placeholder="输入名称查找，可选多个"
          options={options}
          value={[...value]}
          onChange={(ids: string[]) => onChange(ids)}
        />
      )}
    </Field>
  )
}

const SEARCH = { optionFilterProp: 'label' }

function useOptions({ without = [] }: Common) {
  const { nodes } = useRegister()
  return nodes
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
}
