import { useEffect } from 'react'

/** Has the browser ask for a choice before a form is sent, as it does for its own controls. */
export function Needed({ id, isMissing }: { readonly id: string; readonly isMissing: boolean }) {
  useEffect(() => {
    const input = document.getElementById(id)
    if (input instanceof HTMLInputElement) input.setCustomValidity(isMissing ? '请选择一项。' : '')
  }, [id, isMissing])
  return null
}
