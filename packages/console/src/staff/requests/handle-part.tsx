import type { RequestView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from './confirm-dialog.js'
import { RenewDialog } from './renew-dialog.js'
import { StepDialog } from './step-dialog.js'
import { useMay } from './use-authority.js'

type Act = 'confirm' | 'step' | 'renew'

/** What may be done with a request now. */
export function HandlePart({
  view,
  reload,
}: {
  readonly view: RequestView
  readonly reload: () => void
}) {
  const { request } = view
  const may = useMay(request.authorityId)
  const [open, setOpen] = useState<Act | null>(null)
  if (!may('request.handle')) return null
  const shown = { view, onClose: () => setOpen(null), reload }
  return (
    <div className="actions">
      {request.stage === 'arrived' && (
        <Button type="primary" onClick={() => setOpen('confirm')}>
          确认收到
        </Button>
      )}
      {request.stage !== 'arrived' && request.stage !== 'closed' && (
        <Button type="primary" onClick={() => setOpen('step')}>
          登记办理步骤
        </Button>
      )}
      <Button onClick={() => setOpen('renew')}>补发查询密码</Button>
      {open === 'confirm' && <ConfirmDialog {...shown} />}
      {open === 'step' && <StepDialog {...shown} mayExtend={may('request.extend')} />}
      {open === 'renew' && <RenewDialog {...shown} request={request} />}
    </div>
  )
}
