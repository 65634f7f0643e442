import type { OwnData, RequestFile } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'

/** 提供本人信息: to whoever comes to the counter and proves that he is this one. */
export function GiveOwnDataDialog({
  request,
  one: { place, name },
  onClose,
  onGiven,
}: {
  readonly request: RequestFile
  readonly one: { readonly place: number; readonly name: string }
  readonly onClose: () => void
  readonly onGiven: (given: OwnData) => void
}) {
  const [proof, setProof] = useState('')
  return (
    <Dialog title={`向${name}提供其个人信息`} onClose={onClose}>
      <ActionForm
        submit="提供"
        onBack={onClose}
        send={() =>
          call<OwnData>('POST', `/requests/${request.id}/own-data`, { body: { place, proof } })
        }
        onDone={onGiven}
      >
        <p>
          本人携带身份证明到场查阅、复制其个人信息的，核验后提供。其他申请人的个人信息和内部审批意见不在其中。每次提供都记入记录。
        </p>
        <TextField
          label="核验的身份证明"
          hint="如“当面核验居民身份证”；由他人代为查阅的，一并写明核验了授权委托书。不要填写号码。将写入记录。"
          value={proof}
          onChange={setProof}
        />
      </ActionForm>
    </Dialog>
  )
}
