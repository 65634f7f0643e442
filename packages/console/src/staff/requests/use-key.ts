import { useRef } from 'react'

/** A key for what is sent: the same while the same is sent again after an answer was lost, and another one once `renew` was called. */
export function useKey(): { readonly keyOf: (sent: object) => string; readonly renew: () => void } {
  const last = useRef({ text: '', key: '' })
  return {
    keyOf(sent) {
      const text = JSON.stringify(sent)
      if (text !== last.current.text) last.current = { text, key: newKey() }
      return last.current.key
    },
    renew() {
      last.current = { text: '', key: '' }
    },
  }
}

/** Also where the page did not come over TLS, in which a browser gives no UUID. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
