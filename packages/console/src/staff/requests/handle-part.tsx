import type { RequestView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../router/link.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { ReasonDialog } from './reason-dialog.js'
import { RenewDialog } from './renew-dialog.js'
import { StepDialog } from './step-dialog.js'
import { TogetherDialog } from './together-dialog.js'
import { useMay } from './use-authority.js'

type Act =
  | 'confirm'
  | 'step'
  | 'renew'
  | 'strike'
  | 'notReceived'
  | 'restore'
  | 'together'
  | 'apart'
  | 'rejoin'

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
  const mayJoin =
    request.stage !== 'arrived' &&
    request.stage !== 'closed' &&
    request.join !== 'leads' &&
    request.join !== 'follows'
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
      {mayJoin && <Button onClick={() => setOpen('together')}>并案办理</Button>}
      {mayJoin && request.stage === 'examining' && (
        <LinkButton to={`/console/requests/${request.id}/split`}>分案</LinkButton>
      )}
      {request.join === 'follows' && request.stage !== 'closed' && (
        <Button onClick={() => setOpen('apart')}>解除并案</Button>
      )}
      {request.setAside === 'split' && <Button onClick={() => setOpen('rejoin')}>撤销分案</Button>}
      {(request.setAside === 'struck' || request.setAside === 'notReceived') && (
        <Button onClick={() => setOpen('restore')}>恢复办理</Button>
      )}
      {!request.setAside && (
        <>
          <Button onClick={() => setOpen('renew')}>补发查询密码</Button>
          <LinkButton to={`/console/requests/${request.id}/correct`}>更正登记</LinkButton>
          {request.stage === 'arrived' && (
            <Button onClick={() => setOpen('notReceived')}>按未受理终结</Button>
          )}
          {may('request.strike') && <Button onClick={() => setOpen('strike')}>划去</Button>}
        </>
      )}
      {open === 'confirm' && <ConfirmDialog {...shown} />}
      {open === 'step' && <StepDialog {...shown} mayExtend={may('request.extend')} />}
      {open === 'renew' && <RenewDialog {...shown} request={request} />}
      {open === 'strike' && (
        <ReasonDialog {...shown} request={request} doing="划去" path="strike" isDanger>
          <p>
            登记有误、不是一件申请的，可以划去：编号保留，不再计入统计，列在“划去、未受理”中。已经送出文书的不能划去。
          </p>
        </ReasonDialog>
      )}
      {open === 'notReceived' && (
        <ReasonDialog
          {...shown}
          request={request}
          doing="按未受理终结"
          path="not-received"
          isDanger
        >
          <p>
            内容不是申请，或者多次无法与申请人联系的，可以按未受理终结：不确定收到之日，不计入统计，列在“划去、未受理”中。是申请的，应当确认收到。
          </p>
        </ReasonDialog>
      )}
      {open === 'together' && <TogetherDialog {...shown} request={request} />}
      {open === 'apart' && (
        <ReasonDialog {...shown} request={request} doing="解除并案" path="apart">
          <p>解除后这件申请单独办理；已经拟制的文书不变。</p>
        </ReasonDialog>
      )}
      {open === 'rejoin' && (
        <ReasonDialog {...shown} request={request} doing="撤销分案" path="rejoin" isDanger>
          <p>
            分出的各件没有办结、没有文书和新的步骤的，可以撤销：各件保留编号，不再计入统计；这件申请按原来的日期和步骤恢复办理，并告知申请人。
          </p>
        </ReasonDialog>
      )}
      {open === 'restore' && (
        <ReasonDialog {...shown} request={request} doing="恢复办理" path="restore">
          <p>恢复后，期限按登记的日期和步骤重新计算，可能已经逾期。</p>
        </ReasonDialog>
      )}
    </div>
  )
}
