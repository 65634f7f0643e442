import type { Addressee } from '@gongkai/app'
import type { Answer } from './answering.js'
import type { RequestDesk } from './desk.js'

/** What is made of the authority of this name; the page that there is none. */
export async function toAddressee(
  desk: RequestDesk,
  named: Parameters<RequestDesk['addressee']>[0],
  then: (addressee: Addressee) => ReturnType<Parameters<Answer>[1]>,
): ReturnType<Parameters<Answer>[1]> {
  const addressee = await desk.addressee(named)
  return addressee
    ? then(addressee)
    : { status: 404, page: null, message: '没有这个机关，或者已经撤销。请从“依申请公开”重新选择。' }
}
