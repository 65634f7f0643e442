import type { ApiToken, ScopeLine } from '@gongkai/web'
import { Button } from 'antd'
import { instantText } from '../words/authority-words.js'

/** The tokens, the newest first, and what each may still do. */
export function TokenTable({
  tokens,
  scopes,
  onRevoke,
}: {
  readonly tokens: readonly ApiToken[]
  readonly scopes: readonly ScopeLine[]
  /** Null for who only reads. */
  readonly onRevoke: ((token: ApiToken) => void) | null
}) {
  const label = (id: string) => scopes.find((scope) => scope.id === id)?.label ?? id
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="接口令牌，可左右滚动">
      <table className="plain-table">
        <caption>共{tokens.length}个令牌</caption>
        <thead>
          <tr>
            {['用途', '范围', '制作', '最近使用', '状态', '办理'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td>
                <ul className="plain-list">
                  {token.scopes.map((scope) => (
                    <li key={scope}>
                      {label(scope)}
                      {token.endedScopes.includes(scope) && (
                        <span className="failure">（已失效：制作人不再担任相应职责）</span>
                      )}
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                {token.madeBy.name}，{instantText(token.madeAt)}
              </td>
              <td>{token.usedAt ? instantText(token.usedAt) : '没有使用过'}</td>
              <td>{stateText(token)}</td>
              <td>
                {onRevoke && isAlive(token) && (
                  <Button
                    size="small"
                    danger
                    aria-label={`作废“${token.name}”的令牌`}
                    onClick={() => onRevoke(token)}
                  >
                    作废
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function isAlive({ revokedAt, expiresAt }: ApiToken): boolean {
  return revokedAt === null && Date.parse(expiresAt) > Date.now()
}

function stateText(token: ApiToken): string {
  const isOver = token.scopes.every((scope) => token.endedScopes.includes(scope))
  if (isAlive(token) && isOver) return '已失效：范围都不再有效'
  if (token.revokedAt) return `${instantText(token.revokedAt)}作废`
  return `${isAlive(token) ? '有效，至' : '已到期，'}${instantText(token.expiresAt)}`
}
