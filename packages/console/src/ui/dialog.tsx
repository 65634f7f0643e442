import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

/** A modal dialog of the browser itself: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({
  title,
  onClose,
  isWide = false,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  /** For tables. */
  readonly isWide?: boolean
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  // Closed while it is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // The first thing with a focus may be taller than the window: its title is what one reads first.
    dialog?.scrollTo(0, 0)
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={headingId}
      onCancel={onClose}
    >
      <h2 id={headingId}>{title}</h2>
      {children}
    </dialog>
  )
}
