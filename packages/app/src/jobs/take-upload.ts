import { ok, type Result } from '@gongkai/law'
import type { GivenFile } from '../files/read-file.js'
import { type BodyRefusal, malformed } from './job.js'

/** The one file `file` of a form as browsers send it. */
export async function takeUpload(
  body: ArrayBuffer,
  mediaType: string,
): Promise<Result<GivenFile, BodyRefusal>> {
  const form = await new Response(body, { headers: { 'content-type': mediaType } })
    .formData()
    .catch(() => null)
  if (!form) return malformed('请求正文', '不是完整的表单，无法解析')
  const [file, ...others] = form.getAll('file')
  if (!(file instanceof File) || others.length > 0) return malformed('file', '应为一个文件')
  return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}
