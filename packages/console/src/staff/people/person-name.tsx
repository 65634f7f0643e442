import { UNSEEN, usePersonName } from '../api/names.js'

/** The name of a person, asked for once; `unseen` stands for those whom one may not see. */
export function PersonName({
  id,
  unseen = UNSEEN,
}: {
  readonly id: string
  readonly unseen?: string
}) {
  const name = usePersonName(id)
  return name === UNSEEN ? unseen : name
}
