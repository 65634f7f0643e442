import { Button } from 'antd'
import { setQuery, useAddress } from './address.js'

/** By the address of each page that was come to by 下一页, where the one before it begins. */
const before = new Map<string, string>()

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
  const { path, query } = useAddress()
  const at = query.get(name) ?? ''
  const keyOf = (place: string) => `${path} ${name} ${place}`
  const previous = before.get(keyOf(at))
  const isFirst = at === ''
  if (isFirst && next === null) return null
  const forward = () => {
    before.set(keyOf(`${next}`), at)
    setQuery({ [name]: `${next}` })
  }
  return (
    <nav className="actions pager" aria-label="翻页">
      <Button disabled={isFirst} onClick={() => setQuery({ [name]: '' })}>
        第一页
      </Button>
      <Button
        disabled={previous === undefined}
        onClick={() => setQuery({ [name]: previous ?? '' })}
      >
        上一页
      </Button>
      <Button disabled={next === null} onClick={forward}>
        下一页
      </Button>
    </nav>
  )
}
