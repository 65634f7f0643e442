import type { MouseEvent, ReactNode } from 'react'
import { navigate } from './address.js'

/** A link to another page of the console, which opens without loading anew. */
export function Link({
  to,
  className,
  isCurrent,
  children,
}: {
  readonly to: string
  readonly className?: string
  /** Whether it leads where one is. */
  readonly isCurrent?: boolean
  readonly children: ReactNode
}) {
  const follow = (event: MouseEvent) => {
    const isOwn = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (!isOwn) return
    event.preventDefault()
    navigate(to)
    scrollTo(0, 0)
  }
  return (
    <a
      href={to}
      onClick={follow}
      className={className}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </a>
  )
}

/** The same as a button of the page's own look. */
export function LinkButton(props: { readonly to: string; readonly children: ReactNode }) {
  return <Link className="link-button" {...props} />
}
