import { Button } from 'antd'
import { setQuery, useAddress } from './address.js'

/** From page to page of a list; where it stands is in the address, so that the browser's back works. */
export function Pager({
  next,
  name,
}: {
  /** Where the next page begins; null at the end. */
  readonly next: string | number | null
  /** What the address calls it. */
  readonly name: string
}) {
  const { query } = useAddress()
  const isFirst = !query.has(name)
  if (isFirst && next === null) return null
  return (
    <nav className="actions pager" aria-label="翻页">
      <Button disabled={isFirst} onClick={() => setQuery({ [name]: '' })}>
        第一页
      </Button>
      <Button disabled={next === null} onClick={() => setQuery({ [name]: `${next}` })}>
        下一页
      </Button>
    </nav>
  )
}
