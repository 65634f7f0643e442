import type { ChangeEvent, ReactNode } from 'react'

/** A button that opens the browser's own choice of files. */
export function FileButton({
  onFiles,
  multiple,
  className,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly multiple: boolean
  readonly className: string
  readonly children: ReactNode
}) {
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    // Emptied, so that the same file can be chosen again.
    target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <label className={`file-button ${className}`}>
      <input type="file" multiple={multiple} accept={ACCEPTED} onChange={take} />
      {children}
    </label>
  )
}

const ACCEPTED = '.txt,.md,.html,.htm,.mht,.mhtml,.docx,.doc,.wps,.pdf,.xlsx,.xls,.json,.xml,.csv'
