import type { ApiToken, ScopeLine } from '@gongkai/web'
import { useState } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { Waiting } from '../form/waiting.js'
import { navigate, useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { mayAnywhere, reachOf, useMe } from '../session/me.js'
import { RevokeForm } from './revoke-form.js'
import { TokenTable } from './token-table.js'

/** With what programs ask in the place of a person: the tokens of one authority. */
export function TokensPage() {
  const me = useMe()
  const { query } = useAddress()
  const authorityId = query.get('authorityId') ?? reachOf(me, 'token.read')[0] ?? ''
  const scopes = useAsk<readonly ScopeLine[]>('/tokens/scopes')
  const asked = useAsk<readonly ApiToken[]>(
    authorityId ? withQuery('/tokens', { authorityId }) : null,
  )
  const mayManage = mayAnywhere(me, 'token.manage')
  const [revoking, setRevoking] = useState<ApiToken | null>(null)
  return (
    <div className="sheet">
      <PageTitle title="接口令牌" />
      <p>
        供其他程序调用本系统的接口。令牌在最后一天结束时失效，制作人不再是该机关的系统管理员时随之失效。
        接口的说明见<a href="/api/v1/openapi.json">接口文档</a>。
      </p>
      <AuthorityPicker
        label="机关"
        value={authorityId}
        onChange={(id) => navigate(withQuery('/console/tokens', { authorityId: id }))}
      />
      {authorityId ? (
        <>
          {mayManage && (
            <p className="actions">
              <Link to={withQuery('/console/tokens/new', { authorityId })}>制作令牌</Link>
            </p>
          )}
          <Waiting asked={asked}>
            {(tokens) =>
              tokens.length === 0 ? (
                <p className="nothing">该机关还没有令牌。</p>
              ) : (
                <TokenTable
                  tokens={tokens}
                  scopes={scopes.value ?? []}
                  onRevoke={mayManage ? setRevoking : null}
                />
              )
            }
          </Waiting>
        </>
      ) : (
        <p className="nothing">请先选择机关。令牌由该机关或其上级机关的系统管理员制作。</p>
      )}
      {revoking && (
        <RevokeForm
          token={revoking}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null)
            asked.reload()
          }}
        />
      )}
    </div>
  )
}
