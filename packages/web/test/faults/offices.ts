import { type Browser, newBrowser } from './browser.js'
import { granted, invite, REGION } from './county.js'

/** An authority that is asked for information: who works on the requests, and the code of its letters. */
export type Office = {
  readonly name: string
  readonly authorityId: string
  readonly code: string
  readonly officer: Browser
}

/** Who works in a county that is asked for information. */
export type AskedCounty = {
  readonly url: string
  readonly admin: Browser
  /** Those who consent to letters, of every office. */
  readonly approvers: Readonly<Record<Approver, Browser>>
  readonly offices: readonly Office[]
  /** Makes a request look as if it had been over for long; left out, nothing is erased. */
  readonly makeOld?: (requestId: string) => Promise<void>
}

export type Approver = 'secrecyReviewer' | 'disclosureHead' | 'leader'

/** What letters print of an authority. */
const DETAILS = {
  ...{ kind: 'department', level: 'county' },
  ...{ reviewBody: '云岭县人民政府', court: '云岭县人民法院' },
  ...{ address: '云岭县石桥路一号', phone: '0999-5550123' },
}

/** As many offices as there can be. */
const NAMES = '一二三四五六七八九'

/** Sets a fresh service up: a county with so many offices that answer requests. */
export async function setUpOffices(url: string, code: string, many: number): Promise<AskedCounty> {
  const admin = newBrowser(url)
  const me = await granted(admin, 'POST', '/setup', { body: { code, ...REGION } })
  const parentId: string = me.holdings[0].authorityId
  const offices: Office[] = []
  for (const [at, nth] of [...NAMES.slice(0, many)].entries()) {
    const name = `云岭县第${nth}管理局`
    const series = `云管${nth}公开`
    const { id } = await granted(admin, 'POST', '/authorities', {
      body: {
        ...{ parentId, details: { ...DETAILS, name } },
        series: [{ code: series, purpose: '政府信息公开答复' }],
      },
    })
    const officer = await invite(url, admin, `officer${at}`, 'disclosureOfficer', [id])
    offices.push({ name, authorityId: id, code: series, officer })
  }
  const ids = offices.map(({ authorityId }) => authorityId)
  const disclosureHead = await invite(url, admin, 'head', 'disclosureHead', ids)
  const leader = await invite(url, admin, 'leader', 'leader', ids)
  const secrecyReviewer = await invite(url, admin, 'secrecy', 'secrecyReviewer', ids)
  return { url, admin, approvers: { secrecyReviewer, disclosureHead, leader }, offices }
}
