import { usePersonName } from '../api/names.js'

/** The name of a person, asked for once. */
export function PersonName({ id }: { readonly id: string }) {
  return usePersonName(id)
}
