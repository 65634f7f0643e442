import { randomUUID } from 'node:crypto'
import {
  type Addressee,
  confirmOwnLetter,
  findAddressees,
  type Platform,
  type Pool,
  type Portal,
  readOwnRequest,
  sendCorrection,
  stopOwnMail,
  suggestProactive,
  withdrawOwn,
} from '@gongkai/app'
import { type Result, refuse } from '@gongkai/law'
import { type Context, Hono } from 'hono'
import type { Edge } from '../../edge/edge.js'
import type { Env } from '../../http/answers.js'
import { noStore, sameSite } from '../../http/protect.js'
import { answerMarkup } from '../answer-page.js'
import { inTurn } from '../in-turn.js'
import { failedPage } from '../pages/notices.js'
import { addBlankForm } from './add-blank-form.js'
import { addOwnData } from './add-own-data.js'
import { addOwnLetters, letterIn } from './add-own-letters.js'
import { type Answer, answering } from './answering.js'
import { askedOf, FORM_BYTES, formOf, keepFiles, whereFrom } from './asked.js'
import { newRequestDesk, type RequestDesk } from './desk.js'
import { formPage } from './form-page.js'
import { type FormRefusal, fieldOf, type SentRequestForm } from './read-form.js'
import { receiptPage } from './receipt-page.js'
import { DRAFT_PATH, DRAFT_SCRIPT } from './script.js'
import { startPage } from './start-page.js'
import { askStatusPage, statusPage } from './status-page.js'
import { submitted } from './submitted.js'
import { suggestedFor } from './suggested.js'
import { suggestedIn } from './suggestion-part.js'
import { toAddressee } from './to-addressee.js'

/** Forms are held in memory while they are dealt with, so many bytes at a time; the others wait for their turn, so many and so long, milliseconds. */
const TAKING = { most: 256_000_000, waiting: 500, waitMs: 20_000 }

const CROWDED = failedPage(
  '现在提交的人较多',
  '这一次没有提交。请返回上一页，稍候再提交，填写的内容还在；期限紧迫的，也可以邮寄或者当面提交。',
)

/** Bytes of a form before it is read; one that does not say may be the largest. */
function sizeOf(c: Context<Env>): number {
  const said = Number(c.req.header('content-length') ?? FORM_BYTES)
  return Math.min(FORM_BYTES, said || FORM_BYTES)
}

type OnFault = (fault: unknown, requestId: string) => void

/** `/requests`: anybody asks an authority and sees how it stands, without an account and without a script. Nothing of these pages is kept anywhere. */
export function newRequestPages(edge: Edge, pool: Pool, onFault: OnFault): Hono<Env> {
  const pages = new Hono<Env>()
  const answer = answering(pages, edge, onFault)
  pages.get(DRAFT_PATH, (c) =>
    c.body(DRAFT_SCRIPT, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  )
  pages.use('/requests', noStore)
  pages.use('/requests/*', noStore, sameSite(edge.publicUrl))
  const taking = inTurn(TAKING)
  pages.post('/requests/*', async (c, next) => {
    const isDone = await taking(async () => {
      await next()
      return true
    }, sizeOf(c))
    return isDone ? undefined : answerMarkup(c, 503, CROWDED)
  })
  const desk = newRequestDesk()
  addAsking(pages, answer, edge, desk)
  addBlankForm(pages, answer, edge, pool, desk)
  addStatus(pages, answer, edge)
  addOwnLetters(pages, answer, edge, pool)
  addOwnData(pages, answer, edge)
  return pages
}

function addAsking(pages: Hono<Env>, answer: Answer, edge: Edge, desk: RequestDesk): void {
  pages.get('/requests', (c) =>
    answer(c, async (platform, portal) => {
      const words = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
      const found = words === '' ? [] : await findAddressees(platform, words)
      return { status: 200, page: startPage(portal, words, found) }
    }),
  )
  pages.get('/requests/new/:authority', (c) =>
    answer(c, async (platform, portal) =>
      toAddressee(desk, { platform, one: c.req.param('authority') }, async (addressee) => ({
        status: 200,
        page: formPage(portal, { addressee, formKey: randomUUID(), typed: new Map(), fault: null }),
      })),
    ),
  )
  pages.post('/requests/new/:authority/suggested', (c) =>
    answer(c, (platform) =>
      toAddressee(desk, { platform, one: c.req.param('authority') }, async ({ id }) => {
        const form = await formOf(c)
        const found =
          form.ok && (await suggestedFor(platform, edge, id, form.value.typed, whereFrom(c, edge)))
        return c.html(found || '')
      }),
    ),
  )
  pages.post('/requests/new/:authority', (c) =>
    answer(c, (platform, portal) =>
      toAddressee(desk, { platform, one: c.req.param('authority') }, async (addressee) => {
        const form = await formOf(c)
        if (!form.ok) return again(portal, addressee, NOTHING_SENT, form.refusal)
        const { typed } = form.value
        if (typed.get('look') === 'yes') {
          const suggested = await suggestedFor(
            platform,
            edge,
            addressee.id,
            typed,
            whereFrom(c, edge),
          )
          const formKey = typed.get('formKey') || randomUUID()
          const looked = { suggested }
          return {
            status: 200,
            page: formPage(portal, { addressee, formKey, typed, fault: null, looked }),
          }
        }
        const done = await submitted(
          platform,
          edge,
          desk,
          addressee,
          form.value,
          whereFrom(c, edge),
        )
        if (!done.ok) return again(portal, addressee, form.value, done.refusal)
        return { status: 201, page: receiptPage(portal, done.value) }
      }),
    ),
  )
}

const NOTHING_SENT: SentRequestForm = { typed: new Map(), files: [] }

/** The form once more, with what was typed and what must be put right; one that was used for another request is a new one. */
function again(portal: Portal, addressee: Addressee, form: SentRequestForm, refusal: FormRefusal) {
  const { typed } = form
  const kept = refusal.code === 'requests.form-used' ? '' : typed.get('formKey')
  const formKey = kept || randomUUID()
  const fault = { field: fieldOf(refusal, form), message: refusal.message }
  return { status: 422, page: formPage(portal, { addressee, formKey, typed, fault }) } as const
}

function addStatus(pages: Hono<Env>, answer: Answer, edge: Edge): void {
  pages.get('/requests/status', (c) =>
    answer(c, async (_, portal) => ({
      status: 200,
      page: askStatusPage(portal, { requestNumber: '' }, null),
    })),
  )
  pages.post('/requests/status', (c) =>
    answer(c, async (platform, portal) => {
      const form = await formOf(c)
      const asked = askedOf(form)
      const status = await readOwnRequest(platform, asked, whereFrom(c, edge))
      return status.ok
        ? { status: 200, page: statusPage(portal, status.value, asked, null) }
        : { status: 422, page: askStatusPage(portal, asked, status.refusal.message) }
    }),
  )
  const act = (
    path: string,
    done: string,
    run: (
      platform: Platform,
      asked: ReturnType<typeof askedOf>,
      address: string,
      form: Awaited<ReturnType<typeof formOf>>,
    ) => Promise<Result<null>>,
  ) =>
    pages.post(path, (c) =>
      answer(c, async (platform, portal) => {
        const form = await formOf(c)
        const asked = askedOf(form)
        const address = whereFrom(c, edge)
        const acted = await run(platform, asked, address, form)
        const status = await readOwnRequest(platform, asked, address)
        if (!status.ok) {
          return { status: 422, page: askStatusPage(portal, asked, status.refusal.message) }
        }
        const told = { isDone: acted.ok, message: acted.ok ? done : acted.refusal.message }
        return { status: acted.ok ? 200 : 422, page: statusPage(portal, status.value, asked, told) }
      }),
    )
  const send = async (
    platform: Platform,
    asked: ReturnType<typeof askedOf>,
    address: string,
    form: Awaited<ReturnType<typeof formOf>>,
  ) => {
    if (!form.ok) return form
    // Nothing is kept of whoever does not prove himself, or was not asked: the use case says why.
    const own = await readOwnRequest(platform, asked, address)
    if (!own.ok) return own
    const { stage, authorityId } = own.value
    const isAsked = stage === 'awaitingCorrection' || stage === 'awaitingReasons'
    const files = isAsked ? form.value.files : []
    const kept = await keepFiles(platform, edge, files, { authorityId, address })
    if (!kept.ok) return kept
    const text = form.value.typed.get('text') ?? ''
    return sendCorrection(platform, asked, address, { text, files: kept.value })
  }
  act('/requests/status/correction', '补正已经提交。最迟答复的日期见本页。', send)
  act('/requests/status/reasons', '理由已经提交，受理机关将继续办理。', send)
  act(
    '/requests/status/letter/received',
    '已经登记您收到这份文书的日期。',
    async (platform, asked, address, form) =>
      form.ok ? confirmOwnLetter(platform, asked, address, letterIn(form.value)) : form,
  )
  act(
    '/requests/status/suggestion',
    '建议已经提交。受理机关审核后，答复显示在本页。',
    async (platform, asked, address, form) =>
      form.ok ? suggestProactive(platform, asked, address, suggestedIn(form.value)) : form,
  )
  act('/requests/status/mail', '不再发送邮件。今后的进展请在本页查看。', stopOwnMail)
  act('/requests/status/withdraw', '申请已经撤回。', async (platform, asked, address, form) =>
    form.ok && form.value.typed.get('sure') === 'yes'
      ? withdrawOwn(platform, asked, address)
      : NOT_SURE,
  )
}

const NOT_SURE = refuse('form.not-sure', '没有撤回。确定撤回的，请先勾选“我确定撤回这件申请”。')
