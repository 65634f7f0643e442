import { type Addressee, addresseeNamed, type Platform } from '@gongkai/app'
import type { Answer } from './answering.js'

/** What is made of the authority of this name; the page that there is none. */
export async function toAddressee(
  platform: Platform,
  name: string,
  then: (addressee: Addressee) => ReturnType<Parameters<Answer>[1]>,
): ReturnType<Parameters<Answer>[1]> {
  const addressee = await addresseeNamed(platform, name)
  return addressee
    ? then(addressee)
    : { status: 404, page: null, message: '没有这个机关，或者已经撤销。请从“依申请公开”重新选择。' }
}
