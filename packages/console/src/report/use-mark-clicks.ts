import { type RefObject, useEffect, useRef } from 'react'
import { useSheet } from './sheet-context.js'

/** A click on marked text leads to its finding, as the number behind it does for every other way of pointing. */
export function useMarkClicks(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  const { jumpToFinding } = useSheet()
  useEffect(() => {
    const paper = ref.current
    const follow = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest('[data-finding]') : null
      const isSelecting = getSelection()?.isCollapsed === false
      if (mark && !isSelecting) jumpToFinding(Number(mark.getAttribute('data-finding')))
    }
    paper?.addEventListener('click', follow)
    return () => paper?.removeEventListener('click', follow)
  }, [jumpToFinding])
  return ref
}
