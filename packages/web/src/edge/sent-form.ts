import { ok, type Result } from '@gongkai/law'
import type { Context } from 'hono'
import { collectBody } from '../http/bodies.js'
import { type ApiRefusal, REQUEST_REFUSALS } from '../http/refusals.js'

/** A form with files, as it came: the handler takes it apart, or has it taken apart in a converter. */
export type SentForm = { readonly mediaType: string; readonly bytes: ArrayBuffer }

/** That a route takes such a form, of at most so many bytes. */
export type Upload<B> = { readonly mostBytes: number; readonly as: (form: SentForm) => B }

/** For the handler that is given the form as it came. */
export function uploadOf(mostBytes: number): Upload<SentForm> {
  return { mostBytes, as: (form) => form }
}

/** The form of a request; refused where it is none, or too large. */
export async function sentForm<B>(
  c: Context,
  { mostBytes, as }: Upload<B>,
): Promise<Result<B, ApiRefusal>> {
  const mediaType = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(mediaType)) return no(REQUEST_REFUSALS.mediaType())
  const bytes = await collectBody(c.req.raw, mostBytes)
  return bytes ? ok(as({ mediaType, bytes })) : no(REQUEST_REFUSALS.fileTooLarge(mostBytes))
}

/** The fields and files of a form; null where it cannot be taken apart. */
export async function fieldsOf({ bytes, mediaType }: SentForm): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { 'content-type': mediaType } }).formData()
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
    return null
  }
}

/** The files of one field, in their order; a browser sends one without a name where none was chosen. */
export async function filesOf(
  form: FormData,
  field: string,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]> {
  const files = form.getAll(field).filter((one) => one instanceof File)
  const read = async (file: File) => {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  return Promise.all(files.map(read))
}

/** Whether a body is a form as it came. */
export function isSentForm(body: unknown): body is SentForm {
  return (body as { readonly bytes?: unknown } | undefined)?.bytes instanceof ArrayBuffer
}

/** What stands between the boundaries, which are others each time the same form is sent. */
export function piecesOf({ mediaType, bytes }: SentForm): readonly Uint8Array<ArrayBuffer>[] {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(mediaType) ?? []
  const body = Buffer.from(bytes)
  const boundary = `--${quoted ?? plain ?? ''}`
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let start = 0
  for (let end = 0; end !== -1; start = end + boundary.length) {
    end = boundary === '--' ? -1 : body.indexOf(boundary, start)
    pieces.push(body.subarray(start, end === -1 ? body.length : end))
  }
  return pieces
}

const no = (refusal: ApiRefusal) => ({ ok: false, refusal }) as const
