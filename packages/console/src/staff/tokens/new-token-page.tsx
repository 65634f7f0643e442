import type { ScopeLine, TokenMade } from '@gongkai/web'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { ActionForm } from '../form/action-form.js'
import { DayField, ReasonField, TextField } from '../form/fields.js'
import { HandedText } from '../form/handed-text.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { instantText } from '../words/authority-words.js'

const NOTHING_CHOSEN = {
  ok: false,
  refused: { code: 'scope.none', message: '请至少选择一项范围。' },
} as const

/** Makes a token and shows it once. */
export function NewTokenPage() {
  const { query } = useAddress()
  const [authorityId, setAuthorityId] = useState(query.get('authorityId') ?? '')
  const scopes = useAsk<readonly ScopeLine[]>(
    authorityId ? withQuery('/tokens/scopes', { authorityId }) : null,
  )
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [made, setMade] = useState<TokenMade | null>(null)
  const { values, bind } = useForm({ name: '', lastDay: '', reason: '' })
  const choose = (id: string) => {
    setAuthorityId(id)
    setChosen([])
  }
  const back = withQuery('/console/tokens', { authorityId })
  const send = async () =>
    chosen.length === 0
      ? NOTHING_CHOSEN
      : call<TokenMade>('POST', '/tokens', { body: { authorityId, scopes: chosen, ...values } })
  if (made) return <MadeToken made={made} name={values.name} back={back} />
  return (
    <div className="sheet narrow">
      <PageTitle title="制作接口令牌" />
      <ActionForm submit="制作" back={back} send={send} onDone={setMade}>
        <AuthorityPicker label="机关" value={authorityId} onChange={choose} />
        <TextField
          label="用途"
          hint="供哪个程序使用，例如：门户网站集约化平台。"
          {...bind('name')}
        />
        {authorityId && (
          <Waiting asked={scopes}>
            {(lines) => (
              <fieldset>
                <legend>范围</legend>
                <Checkbox.Group
                  options={lines.map(({ id, label }) => ({ value: id, label }))}
                  value={[...chosen]}
                  onChange={(ids: string[]) => setChosen(ids)}
                />
                <p className="hint">
                  编制、汇总的范围，只有您本人在该机关担任相应职责的才列出，不再担任的随之失效。退回、接收、公布、撤回报告和调整人员职责只能由本人办理，不在令牌的范围内。
                </p>
              </fieldset>
            )}
          </Waiting>
        )}
        <DayField label="最后一天" hint="一年以内。" {...bind('lastDay')} />
        <ReasonField {...bind('reason')} />
      </ActionForm>
    </div>
  )
}

function MadeToken({
  made: { token, expiresAt },
  name,
  back,
}: {
  readonly made: TokenMade
  readonly name: string
  readonly back: string
}) {
  return (
    <div className="sheet narrow">
      <PageTitle title={`“${name}”的接口令牌`} />
      <HandedText
        label="令牌"
        hint={`有效至${instantText(expiresAt)}。只在这里显示一次，请立即存入使用它的程序，不要写进文件、邮件或者群聊。`}
        kind="令牌"
        text={token}
      />
      <p>程序在请求中写明：Authorization: Bearer 令牌。</p>
      <p className="actions">
        <Link to={back}>返回接口令牌</Link>
      </p>
    </div>
  )
}
