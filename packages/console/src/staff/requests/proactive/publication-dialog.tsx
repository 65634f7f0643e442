import type { ProactiveProposal } from '@gongkai/web'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { DayField, TextField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { say } from '../../router/said.js'
import { todayInChina } from '../../words/authority-words.js'

/** 登记公布: when, under which title and where everybody may read it now. */
export function PublicationDialog({
  proposal: { id, title, published },
  onClose,
  reload,
}: {
  readonly proposal: ProactiveProposal
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({
    on: published?.on ?? todayInChina(),
    title: published?.title ?? title,
    address: published?.address ?? '',
  })
  const doing = published ? '更正公布的登记' : '登记公布'
  return (
    <Dialog title={doing} onClose={onClose}>
      <ActionForm
        submit={doing}
        onBack={onClose}
        send={() =>
          call<ProactiveProposal>('POST', `/proactive/${id}/publication`, { body: values })
        }
        onDone={() => {
          onClose()
          reload()
          say(published ? '已更正公布的登记。' : '已登记公布。')
        }}
      >
        <DayField label="公布日期" {...bind('on')} />
        <TextField label="公布的标题" {...bind('title')} />
        <TextField
          label="公布的位置"
          hint="网页的网址，或者公报的期号、查阅场所。申请人建议的，会告知申请人。"
          {...bind('address')}
        />
      </ActionForm>
    </Dialog>
  )
}
