import { useEffect, useRef, useState } from 'react'

type PartLink = readonly [id: string, title: string]

/** Links to the parts of a long page, as its headings stand; what comes later gets its link with its heading. */
export function PartLinks() {
  const ref = useRef<HTMLElement>(null)
  const [links, setLinks] = useState<readonly PartLink[]>([])
  useEffect(() => {
    const page = ref.current?.parentElement
    if (!page) return
    const read = () => {
      const found = headingsOf(page)
      setLinks((before) => (String(before) === String(found) ? before : found))
    }
    read()
    const observer = new MutationObserver(read)
    observer.observe(page, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
  return (
    <nav ref={ref} className="part-links no-print" aria-label="本页内容">
      {links.map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  )
}

function headingsOf(page: Element): readonly PartLink[] {
  const headings = page.querySelectorAll('section[aria-labelledby] > h2[id]')
  return [...headings].map(({ id, textContent }) => [id, textContent ?? ''])
}
