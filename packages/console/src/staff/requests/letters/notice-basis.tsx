import { type Ground, LETTERS, noticeBefore } from '@gongkai/law'
import type { RequestLetters } from '@gongkai/web'
import { useEffect, useRef } from 'react'
import { useAsk } from '../../api/use-ask.js'
import { type Typed, typedOf } from './typed-draft.js'

/** The notice on which a decision rests, filled in as it was sent; what a draft states already stays. */
export function NoticeBasisPart({
  requestId,
  grounds,
  isKept,
  onFill,
}: {
  readonly requestId: string
  readonly grounds: readonly Ground[]
  readonly isKept: boolean
  readonly onFill: (fill: (typed: Typed) => Typed) => void
}) {
  const { value } = useAsk<RequestLetters>(`/requests/${requestId}/letters`)
  const notice = value && noticeBefore(grounds, value.notices as Parameters<typeof noticeBefore>[1])
  const told = notice ? JSON.stringify(notice) : null
  const filled = useRef<Typed>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once for each notice
  useEffect(() => {
    if (told === null || isKept) return
    const { kind: _, ...sent } = JSON.parse(told) as Record<string, string | null>
    const known = typedOf({ notice: sent })
    const before = filled.current
    filled.current = known
    onFill((typed) => ({ ...typed, ...unlessTyped(known, typed, before) }))
  }, [told])
  if (!value) return null
  if (!notice)
    return (
      <p className="about">
        台账中没有已经送出的通知，请照通知的原件填写。通知在系统外发出的，核对文号和日期。
      </p>
    )
  return (
    <p className="about">
      已按台账填入《{LETTERS[notice.kind].title}》的文号和日期
      {notice.servedOn === null && '；送达之日还没有登记，请核对送达凭据'}。
    </p>
  )
}

/** What is known of a notice where nothing else was typed. */
function unlessTyped(known: Typed, typed: Typed, filled: Typed): Typed {
  return Object.fromEntries(
    Object.entries(known).filter(([place]) => !typed[place] || typed[place] === filled[place]),
  )
}
