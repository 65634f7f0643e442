/** Where passkeys are used: the name that they are bound to, and the page that may ask for them. */
export type RelyingParty = { readonly id: string; readonly origin: string }

/** By the address at which the system is opened. */
export function relyingPartyOf(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin }
}
