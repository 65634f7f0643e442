import { useCallback, useEffect, useState } from 'react'

/**
 * Id of the report that is open, null for the overview. It stands in the address, so that the browser's back works;
 * a page that is loaded anew begins with the overview.
 */
export function useView(): readonly [string | null, (id: string | null) => void] {
  const [view, setView] = useState<string | null>(null)
  useEffect(() => {
    if (location.hash !== '') history.replaceState(null, '', location.pathname)
    const follow = () => setView(fromAddress())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const show = useCallback((id: string | null) => {
    history.pushState(null, '', id ? `#report=${id}` : location.pathname)
    setView(id)
    scrollTo(0, 0)
  }, [])
  return [view, show]
}

function fromAddress(): string | null {
  return /^#report=(.+)$/.exec(location.hash)?.[1] ?? null
}
