import type { ListedJob } from '@gongkai/web'
import { useEffect } from 'react'
import { useAsk } from '../api/use-ask.js'
import { say } from '../router/said.js'

/** So often it is looked after. */
const AGAIN_MS = 1500

/** How far something is that is made in the background. Who did not ask for it sees that it is made, and when it is there. */
export function MakingProgress({
  id,
  what,
  onDone,
}: {
  readonly id: string
  readonly what: string
  readonly onDone: () => void
}) {
  const { value, reload } = useAsk<ListedJob>(`/jobs/${id}`)
  const state = value?.state ?? 'waiting'
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled'
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => reload(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOver, reload])
  useEffect(() => {
    if (state !== 'done') return
    onDone()
    say(`${what}已经生成。`)
  }, [state, what, onDone])
  if (state === 'failed' || state === 'cancelled')
    return (
      <p className="failure" role="alert">
        {what}没有生成：{value?.failure ?? value?.message ?? '请重新办理。'}
      </p>
    )
  return (
    <p role="status">
      <progress
        value={value?.total ? value.done : undefined}
        max={value?.total ?? 1}
        aria-label={`${what}的进度`}
      />{' '}
      正在生成{what}
      {value?.message && `：${value.message}`}。可以离开本页，完成后另有通知。
    </p>
  )
}
