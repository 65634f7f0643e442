import type { ReactNode } from 'react'

/** One narrow sheet in the middle of the page. */
export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className="sheet narrow">{children}</div>
}
