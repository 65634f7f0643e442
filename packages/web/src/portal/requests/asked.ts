import {
  type FileSender,
  keepRequestFiles,
  type NewFile,
  type OwnRequest,
  type Platform,
} from '@gongkai/app'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Context } from 'hono'
import { clientAddress, networkOf } from '../../edge/client-address.js'
import type { Edge } from '../../edge/edge.js'
import type { Env } from '../../http/answers.js'
import { collectBody } from '../../http/bodies.js'
import { readForm, type SentFile, type SentRequestForm } from './read-form.js'

/** Bytes of a form with its files. */
export const FORM_BYTES = 32_000_000

/** The form that was sent; refused where it is none, or too large. */
export async function formOf(
  c: Context<Env>,
): Promise<Result<SentRequestForm, Refusal<'form.wrong' | 'form.too-large'>>> {
  const bytes = await collectBody(c.req.raw, FORM_BYTES)
  if (!bytes) return TOO_LARGE
  const form = await readForm({ bytes, mediaType: c.req.header('content-type') ?? '' })
  return form ? ok(form) : WRONG
}

const TOO_LARGE = refuse(
  'form.too-large',
  '所附文件合计超过32 MB。请压缩后提交，或者邮寄、当面提交。',
)
const WRONG = refuse('form.wrong', '没有收到完整的表单。请重新填写后提交。')

/** Number and secret as they were typed. */
export function askedOf(form: Result<SentRequestForm>): OwnRequest {
  const typed = (name: string) => (form.ok ? (form.value.typed.get(name) ?? '') : '').slice(0, 100)
  return { requestNumber: typed('requestNumber'), secret: typed('secret') }
}

/** Where a form comes from, for the limits. */
export function whereFrom(c: Context<Env>, { trustedProxies }: Edge): string {
  return networkOf(clientAddress(c, trustedProxies) ?? 'unknown')
}

/** Keeps the files of a form, sealed, within the limits of who sends them. */
export async function keepFiles(
  platform: Platform,
  { ground }: Edge,
  files: readonly SentFile[],
  sender: FileSender,
): Promise<Result<readonly NewFile[]>> {
  const opened = ground.open()
  return opened.ok ? keepRequestFiles(platform, opened.value.files, files, sender) : opened
}
