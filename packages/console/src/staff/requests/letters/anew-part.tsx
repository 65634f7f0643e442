import type { RequestLetter, RequestLetters } from '@gongkai/web'
import { useAsk } from '../../api/use-ask.js'
import { Link } from '../../router/link.js'

const CAUSES: Readonly<Record<NonNullable<RequestLetter['anew']>, string>> = {
  ordered: '被责令重新作出的决定',
  corrected: '自行纠正后重新作出的决定',
}

/** Which decision this one takes the place of, and which takes its place. */
export function AnewPart({ letter }: { readonly letter: RequestLetter }) {
  const path = `/requests/${letter.requestId}/letters`
  const asked = useAsk<RequestLetters>(letter.decides ? path : null)
  const letters = asked.value?.letters ?? []
  const before = letters.find(({ id }) => id === letter.replacesId)
  const after = letters.find(
    ({ replacesId, state }) => replacesId === letter.id && state !== 'discarded',
  )
  const linkTo = (one: RequestLetter) => (
    <Link to={`/console${path}/${one.id}`}>
      {one.title}
      {one.documentNumber && `（${one.documentNumber}）`}
    </Link>
  )
  return (
    <>
      {letter.anew && (
        <p>
          {CAUSES[letter.anew]}
          {before && <>，代替{linkTo(before)}</>}。
        </p>
      )}
      {after && (
        <p>
          {after.sentOn ? '已由' : '正在由'}
          {linkTo(after)}代替。
        </p>
      )}
    </>
  )
}
