import type { Target } from '@gongkai/report'
import type { ReviewRemark } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { AreaField } from '../../form/fields.js'
import { say } from '../../router/said.js'

/** What a remark is left on, and what is done with it then. */
export type AddRemark = {
  readonly id: string
  readonly version: number
  readonly onDone: (remark: ReviewRemark) => void
}

/** Says something of a cell or a passage. */
export function RemarkForm({
  target,
  add: { id, version, onDone },
  onSaid,
  onBack,
}: {
  readonly target: Target
  readonly add: AddRemark
  readonly onSaid: () => void
  readonly onBack: () => void
}) {
  const [words, setWords] = useState('')
  return (
    <ActionForm
      submit="提出意见"
      onBack={onBack}
      send={() =>
        call<ReviewRemark>('POST', `/reports/${id}/remarks`, { body: { target, words }, version })
      }
      onDone={(remark) => {
        onDone(remark)
        onSaid()
        say('意见已记下，退回时一并交给编制人员。')
      }}
    >
      <AreaField label="审阅意见" value={words} onChange={setWords} />
    </ActionForm>
  )
}
