import { type Platform, type Portal, readPortal } from '@gongkai/app'

/** What stands on every page, read once for a stamp. */
export function newOverview() {
  let held: { readonly stamp: string; readonly portal: Promise<Portal> } | null = null
  return (platform: Platform, stamp: string): Promise<Portal> => {
    if (held?.stamp === stamp) return held.portal
    const portal = readPortal(platform)
    held = { stamp, portal }
    portal.catch(() => {
      if (held?.portal === portal) held = null
    })
    return portal
  }
}
