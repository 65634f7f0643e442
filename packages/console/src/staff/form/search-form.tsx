import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { setQuery } from '../router/address.js'
import { TextField } from './fields.js'

/** What narrows a list, above it: words, asked for with the button, and choices that hold at once. All stands in the address. */
export function SearchForm({
  label,
  q,
  before,
  after,
}: {
  /** Of the words. */
  readonly label: string
  /** The words that were asked for. */
  readonly q: string
  /** Choices before and behind the words. */
  readonly before?: ReactNode
  readonly after?: ReactNode
}) {
  const [words, setWords] = useState(q)
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          setQuery({ q: words.trim(), after: '' })
        }}
      >
        {before}
        <TextField label={label} isOptional value={words} onChange={setWords} />
        {after}
        <Button htmlType="submit">查询</Button>
      </form>
    </search>
  )
}
