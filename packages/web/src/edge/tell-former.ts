import { randomUUID } from 'node:crypto'
import type { Mail, PersonWritten } from '@gongkai/app'
import { ok, type Refusal, type Result } from '@gongkai/law'
import type { Edge } from './edge.js'

/** The mail goes behind the answer: what was done stands, whether the old address still takes mail or not. */
export function told<R extends Refusal>(
  edge: Edge,
  done: Result<PersonWritten, R>,
): Result<null, R> {
  if (!done.ok) return done
  const { former } = done.value
  if (former) {
    void edge.sendMail(toMail(former)).catch((fault) => edge.onFault(fault, 'former-address'))
  }
  return ok(null)
}

function toMail({ name, email }: NonNullable<PersonWritten['former']>): Mail {
  const text = `${name}：\n\n您在政府信息公开系统中登记的电子邮箱已经更改，今后的邮件不再发到本邮箱。\n不是您本人要求的，请立即与本机关的系统管理员联系。\n本邮件由系统自动发送，请勿回复。\n`
  return { id: randomUUID(), to: email, subject: '登记的电子邮箱已更改', text }
}
