import type { ListedPerson, PeoplePage } from '@gongkai/web'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { Field } from '../form/field.js'
import { Needed } from '../form/needed.js'
import { reachOf, useMe } from '../session/me.js'

const MOST = 50
const PAUSE_MS = 250

/** One person among those whom one may see, found by a part of name, its pinyin, or login. */
export function PersonPicker({
  label,
  hint,
  without,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly without: readonly string[]
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const [words, setWords] = useState('')
  const found = usePeople(words)
  const options = found
    .filter(({ id, state }) => !without.includes(id) && state !== 'blocked')
    .map((person) => ({ value: person.id, label: textOf(person) }))
  return (
    <Field label={label} hint={hint}>
      {(wired) => (
        <>
          <Needed id={wired.id} isMissing={value === ''} />
          <Select
            {...wired}
            showSearch={{ filterOption: false, onSearch: setWords }}
            placeholder="输入姓名、拼音或者登录名查找"
            options={options}
            value={value || null}
            onChange={onChange}
          />
        </>
      )}
    </Field>
  )
}

function textOf({ name, login, assignments }: ListedPerson): string {
  const [first] = assignments
  return `${name}（${login}${first ? `，${first.authorityName}` : ''}）`
}

function usePeople(words: string): readonly ListedPerson[] {
  const me = useMe()
  const [found, setFound] = useState<readonly ListedPerson[]>([])
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const answers = await Promise.all(
        reachOf(me, 'person.read').map((authorityId) =>
          call<PeoplePage>('GET', withQuery('/people', { authorityId, q: words, limit: MOST })),
        ),
      )
      const all = answers.flatMap((answer) => (answer.ok ? answer.value.people : []))
      if (!isGone) setFound([...new Map(all.map((person) => [person.id, person])).values()])
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [me, words])
  return found
}
