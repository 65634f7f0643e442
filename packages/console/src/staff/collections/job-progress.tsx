import type { ListedJob } from '@gongkai/web'
import { useEffect } from 'react'
import { useAsk } from '../api/use-ask.js'

/** So often it is looked after. */
const AGAIN_MS = 1500

/** How far a piece of background work is that was asked for on this page. */
export function JobProgress({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { value, reload } = useAsk<ListedJob>(`/jobs/${id}`)
  const state = value?.state ?? 'waiting'
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled'
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => reload(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOver, reload])
  useEffect(() => {
    if (state === 'done') onDone()
  }, [state, onDone])
  if (state === 'failed') {
    return (
      <p className="failure" role="alert">
        检查没有完成：{value?.failure ?? '请稍后重试。'}
      </p>
    )
  }
  return (
    <p role="status">
      {isOver ? (
        (value?.message ?? '检查完成。')
      ) : (
        <>
          <progress
            value={value?.total ? value.done : undefined}
            max={value?.total ?? 1}
            aria-label="检查进度"
          />{' '}
          正在检查{value?.total ? `，已完成${value.done}份，共${value.total}份` : '…'}
        </>
      )}
    </p>
  )
}
