import { Select } from 'antd'
import { Field } from '../form/field.js'
import { Needed } from '../form/needed.js'
import { keepChosen, lastChosen } from '../router/remembered.js'
import { useMe } from '../session/me.js'
import { isFoundBy } from './found-by.js'
import { useRegister } from './register.js'

type Common = {
  readonly label: string
  readonly hint?: string
  /** Ids that are not for choice. */
  readonly without?: readonly string[]
}

/** One authority of the tree, found by a part of its name or of its pinyin; empty for none. */
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
  const { person } = useMe()
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
            placeholder={isOptional ? '全部' : '输入名称或者拼音查找'}
            options={options}
            value={value || null}
            onChange={(id: string | null) => {
              if (id) keepChosen(person.id, id)
              onChange(id ?? '')
            }}
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

type Option = { readonly value: string; readonly label: string; readonly pinyin: string }

const SEARCH = {
  filterOption: (words: string, option?: Option) =>
    option !== undefined && isFoundBy({ name: option.label, pinyin: option.pinyin }, words),
}

/** Where one works stands first, then what one chose last, then the register in its order. */
function useOptions({ without = [] }: Common): Option[] {
  const { nodes } = useRegister()
  const { person, holdings } = useMe()
  const own = holdings.map(({ authorityId }) => authorityId)
  const first = [...new Set([...own, ...lastChosen(person.id)])]
  const rank = new Map(first.map((id, at) => [id, at]))
  return nodes
    .filter(({ id }) => !without.includes(id))
    .toSorted((a, b) => (rank.get(a.id) ?? first.length) - (rank.get(b.id) ?? first.length))
    .map(({ id, name, pinyin }) => ({ value: id, label: name, pinyin }))
}
