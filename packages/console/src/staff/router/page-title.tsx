import { type ReactNode, useEffect, useRef } from 'react'
import { hasMoved } from './address.js'

/** Years stay in one piece: `2025年度`. */
function inPieces(title: string): readonly ReactNode[] {
  const parts = title.split(/(\d{4}年度?)/)
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <span key={part} className="whole">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

/** The heading of a page. It names the window, and has the focus when one comes from another page. */
export function PageTitle({
  title,
  windowTitle = title,
  children,
}: {
  readonly title: string
  /** What the window is called, where the page shows more than its heading says. */
  readonly windowTitle?: string
  /** What is done on the page, beside the heading. */
  readonly children?: ReactNode
}) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} — 公开`
  }, [windowTitle])
  useEffect(() => {
    if (hasMoved()) ref.current?.focus()
  }, [])
  return (
    <div className="page-title">
      <h1 ref={ref} tabIndex={-1}>
        {inPieces(title)}
      </h1>
      {children && <div className="actions">{children}</div>}
    </div>
  )
}
