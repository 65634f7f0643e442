import { Button } from 'antd'
import { type FormEvent, useState } from 'react'

/** Goes from page to page, or to one by its number. */
export function PageTurner({
  what,
  page,
  pages,
  onPage,
}: {
  /** Of what they are the pages, where that must be told. */
  readonly what: string
  readonly page: number
  /** Null where it is not known. */
  readonly pages: number | null
  readonly onPage: (page: number) => void
}) {
  const [typed, setTyped] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    const wanted = Number(typed)
    if (!Number.isInteger(wanted) || wanted < 1) return
    onPage(Math.min(wanted, pages ?? wanted))
    setTyped('')
  }
  return (
    <form className="actions" onSubmit={go}>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        上一页
      </Button>
      <span role="status">
        {what}第{page}页{pages !== null && `，共${pages}页`}
      </span>
      <Button disabled={pages !== null && page >= pages} onClick={() => onPage(page + 1)}>
        下一页
      </Button>
      {pages !== 1 && (
        <span className="page-number">
          <label>
            转到第{' '}
            <input
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value.replace(/\D/g, ''))}
            />{' '}
            页
          </label>{' '}
          <Button htmlType="submit">转到</Button>
        </span>
      )}
    </form>
  )
}
