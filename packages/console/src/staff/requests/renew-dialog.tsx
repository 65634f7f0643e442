import type { Registered, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { HandedText } from '../form/handed-text.js'
import { versionedRequest } from './versioned.js'

/** 补发查询密码: for an applicant who lost it and proves himself at the counter; the former one opens nothing any more. */
export function RenewDialog({
  request,
  onClose,
  reload,
}: {
  readonly request: RequestFile
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const [proof, setProof] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const finish = () => {
    onClose()
    reload()
  }
  return (
    <Dialog
      title={`补发申请${request.requestNumber}的查询密码`}
      onClose={secret ? finish : onClose}
    >
      {secret ? (
        <>
          <HandedText
            label="新的查询密码"
            hint="只在这里显示一次。请抄给申请人；原来的密码已经作废。"
            kind="查询密码"
            text={secret}
          />
          <div className="actions">
            <Button onClick={finish}>关闭</Button>
          </div>
        </>
      ) : (
        <ActionForm
          submit="补发"
          onBack={onClose}
          versioned={versionedRequest(request, '补发查询密码', finish)}
          send={(version) =>
            call<Registered>('POST', `/requests/${request.id}/secret`, { body: { proof }, version })
          }
          onDone={(renewed) => setSecret(renewed.secret)}
        >
          <p>申请人遗失查询密码、携带身份证明到场的，核验后补发。补发后原密码作废。</p>
          <TextField
            label="核验的身份证明"
            hint="如“当面核验居民身份证”。不要填写号码。将写入记录。"
            value={proof}
            onChange={setProof}
          />
        </ActionForm>
      )}
    </Dialog>
  )
}
