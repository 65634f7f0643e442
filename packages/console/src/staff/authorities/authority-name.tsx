import { useAuthorityName } from '../api/names.js'
import { useRegister } from './register.js'

/** The name of an authority: out of the tree, or asked for where it is dissolved. */
export function AuthorityName({ id }: { readonly id: string }) {
  const { nameOf } = useRegister()
  return nameOf(id) ?? <Dissolved id={id} />
}

function Dissolved({ id }: { readonly id: string }) {
  return useAuthorityName(id)
}
