import { ownDataTables, readOwnRequest, takeOwnData } from '@gongkai/app'
import type { Hono } from 'hono'
import type { Edge } from '../../edge/edge.js'
import { answerFile, type Env } from '../../http/answers.js'
import type { Answer } from './answering.js'
import { askedOf, formOf, whereFrom } from './asked.js'
import { ownDataPage } from './own-data-page.js'
import { askStatusPage, statusPage } from './status-page.js'

/** What is kept of who asks, by number, secret and the number of his document: as a page to print, or as a file. */
export function addOwnData(pages: Hono<Env>, answer: Answer, edge: Edge): void {
  pages.post('/requests/status/data', (c) =>
    answer(c, async (platform, portal) => {
      const form = await formOf(c)
      const asked = askedOf(form)
      const address = whereFrom(c, edge)
      const opened = edge.ground.open()
      const typed = form.ok ? form.value.typed : new Map<string, string>()
      const idNumber = (typed.get('idNumber') ?? '').slice(0, 100)
      const taken = opened.ok
        ? await takeOwnData(platform, asked, address, idNumber, opened.value.files)
        : opened
      if (taken.ok) {
        const data = taken.value
        if (typed.get('to') !== 'json')
          return { status: 200, page: ownDataPage(portal, data, ownDataTables(data)) }
        const bytes = new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
        return answerFile(c, bytes, 'application/json', `${data.requestNumber}个人信息.json`)
      }
      const { message } = taken.refusal
      const status = await readOwnRequest(platform, asked, address)
      return status.ok
        ? { status: 422, page: statusPage(portal, status.value, asked, { isDone: false, message }) }
        : { status: 422, page: askStatusPage(portal, asked, message) }
    }),
  )
}
