import { type Pool, readOwnAttachment, readOwnLetter } from '@gongkai/app'
import type { Hono } from 'hono'
import type { Edge } from '../../edge/edge.js'
import { answerFile, type Env } from '../../http/answers.js'
import type { Answer } from './answering.js'
import { askedOf, formOf, whereFrom } from './asked.js'
import type { SentRequestForm } from './read-form.js'
import { askStatusPage } from './status-page.js'

/** The letters that were sent by the status page, as files to print and keep. */
export function addOwnLetters(pages: Hono<Env>, answer: Answer, edge: Edge, pool: Pool): void {
  pages.post('/requests/status/letter', (c) =>
    answer(c, async (platform, portal) => {
      const form = await formOf(c)
      const asked = askedOf(form)
      const address = whereFrom(c, edge)
      const again = (message: string) =>
        ({ status: 422, page: askStatusPage(portal, asked, message) }) as const
      if (!form.ok) return again(form.refusal.message)
      const letter = await readOwnLetter(platform, asked, address, letterIn(form.value))
      if (!letter.ok) return again(letter.refusal.message)
      const { text, on } = letter.value
      const made = await pool.run({ kind: 'letter', letter: text, to: 'pdf', on })
      if (!made.ok) return again(made.refusal.message)
      const { bytes, mediaType, name } = made.value
      return answerFile(c, bytes, mediaType, name ?? '')
    }),
  )
  pages.post('/requests/status/letter/file', (c) =>
    answer(c, async (platform, portal) => {
      const form = await formOf(c)
      const asked = askedOf(form)
      const again = (message: string) =>
        ({ status: 422, page: askStatusPage(portal, asked, message) }) as const
      if (!form.ok) return again(form.refusal.message)
      const opened = edge.ground.open()
      if (!opened.ok) return again(opened.refusal.message)
      const which = { letterId: letterIn(form.value), fileId: idIn(form.value, 'fileId') }
      const address = whereFrom(c, edge)
      const found = await readOwnAttachment(platform, asked, address, which, opened.value.files)
      if (!found.ok) return again(found.refusal.message)
      const { file, content } = found.value
      return answerFile(c, new Uint8Array(content), 'application/octet-stream', file.name)
    }),
  )
}

/** The letter that a form is about; where it names none, one that nobody was sent. */
export function letterIn(form: SentRequestForm): string {
  return idIn(form, 'letterId')
}

function idIn({ typed }: SentRequestForm, name: string): string {
  const id = typed.get(name) ?? ''
  return UUID.test(id) ? id : '00000000-0000-0000-0000-000000000000'
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
