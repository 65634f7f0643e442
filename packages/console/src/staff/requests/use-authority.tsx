import { AuthorityPicker } from '../authorities/authority-picker.js'
import { useRegister } from '../authorities/register.js'
import { setQuery } from '../router/address.js'
import { type Action, mayAt, reachOf, useMe } from '../session/me.js'

const READ: Action = 'request.read'
const OVERSEE: Action = 'request.oversee'

/** Whose requests the address asks for: those of the own authority where it says nothing; null for who may see none. */
export function useAuthorityId(query: URLSearchParams): string | null {
  const me = useMe()
  return query.get('authority') ?? reachOf(me, READ)[0] ?? reachOf(me, OVERSEE)[0] ?? null
}

/** Whether the person may do `action` on the requests of an authority. */
export function useMay(authorityId: string): (action: Action) => boolean {
  const me = useMe()
  const { pathOf } = useRegister()
  return (action) => mayAt(me, action, pathOf(authorityId))
}

/** The authority whose requests are shown, or the choice between those that the person may see. */
export function WhichAuthority({
  authorityId,
  label = '受理机关',
}: {
  readonly authorityId: string
  readonly label?: string
}) {
  const me = useMe()
  const { nodes, nameOf, pathOf } = useRegister()
  const mayRead = (id: string) => [READ, OVERSEE].some((action) => mayAt(me, action, pathOf(id)))
  const without = nodes.flatMap(({ id }) => (mayRead(id) ? [] : [id]))
  if (nodes.length - without.length <= 1) {
    return (
      <p>
        {label}：{nameOf(authorityId) ?? '…'}
      </p>
    )
  }
  return (
    <AuthorityPicker
      label={label}
      without={without}
      value={authorityId}
      onChange={(authority) => setQuery({ authority, after: '' })}
    />
  )
}

/** In the place of the register, for who may see none. */
export function NoRegister() {
  return (
    <p className="nothing">
      您目前的职责不办理政府信息公开申请。需要办理的，请与本机关的系统管理员联系，分配职责。
    </p>
  )
}
