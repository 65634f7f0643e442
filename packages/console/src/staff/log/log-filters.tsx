import { Button } from 'antd'
import type { FormEvent } from 'react'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { DayField, SelectField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { PersonName } from '../people/person-name.js'
import { setQuery } from '../router/address.js'
import { EVENTS } from '../words/event-words.js'

const ALL = { '': '全部事项', ...EVENTS }

/** What of the log is wanted; it is asked for with the button, and stands in the address. */
export function LogFilters({ query }: { readonly query: URLSearchParams }) {
  const at = (key: string) => query.get(key) ?? ''
  const { values, bind, setValues } = useForm({
    ...{ authorityId: at('authorityId'), name: at('name'), words: at('words') },
    ...{ from: at('from'), until: at('until'), personId: at('personId') },
  })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setQuery({ ...values, words: values.words.trim(), before: '' })
  }
  const clear = () =>
    setQuery({
      ...{ authorityId: '', name: '', words: '', from: '', until: '', personId: '', before: '' },
    })
  return (
    <search>
      <form className="search" onSubmit={ask}>
        <AuthorityPicker label="机关" isOptional {...bind('authorityId')} />
        <SelectField label="事项" options={ALL} isOptional {...bind('name')} />
        <TextField label="理由或者内容中的文字" isOptional {...bind('words')} />
        <DayField label="从" isOptional {...bind('from')} />
        <DayField label="至" isOptional {...bind('until')} />
        {values.personId && (
          <p className="chip">
            办理人：
            <PersonName id={values.personId} />
            <button
              type="button"
              className="link"
              onClick={() => setValues((before) => ({ ...before, personId: '' }))}
            >
              不限办理人
            </button>
          </p>
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit">
            查询
          </Button>
          <Button onClick={clear}>清除条件</Button>
        </div>
      </form>
    </search>
  )
}
