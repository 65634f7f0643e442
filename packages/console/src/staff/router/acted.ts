import { useEffect, useState } from 'react'
import type { Asked } from '../api/use-ask.js'

/** Whether something was done on what the page shows, and what asks for it anew once it was. */
export function useActed({ reload }: Pick<Asked<unknown>, 'reload'>): {
  readonly isAgain: boolean
  readonly reload: () => void
} {
  const [isAgain, setAgain] = useState(false)
  return {
    isAgain,
    reload() {
      setAgain(true)
      reload(true)
    },
  }
}

/** After something was done, what had the focus is gone: the heading, which says how it stands now, has it. */
export function useHeadingFocus(isAgain: boolean): void {
  useEffect(() => {
    if (isAgain) document.querySelector<HTMLElement>('.page-title h1')?.focus()
  }, [isAgain])
}
