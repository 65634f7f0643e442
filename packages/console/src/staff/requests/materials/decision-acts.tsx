import type { RequestMaterial } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { navigate } from '../../router/address.js'
import { say } from '../../router/said.js'
import { versionedMaterial } from './versioned-material.js'

type Decision = 'whole' | 'open' | 'removed'

// biome-ignore format: table
const ACTS: Readonly<Record<Decision, { readonly label: string; readonly title: string; readonly follows: string; readonly done: string }>> = {
  whole:   { label: '全文公开',     title: '登记全文公开',     follows: '原件将按原样提供给申请人，包括批注、修订记录、隐藏的工作表和文件属性。请先确认其中没有不予公开的内容。', done: '已登记全文公开。' },
  open:    { label: '撤销全文公开', title: '撤销全文公开',     follows: '撤销后可以重新遮盖。',                                             done: '已撤销全文公开。' },
  removed: { label: '移除这份材料', title: '移除这份材料',     follows: '移除后不再列出，不能恢复；记录中仍留有放入和移除的情况。',         done: '已移除。' },
}

/** What may be decided of a document besides withholding a part of it; each is asked once more. */
export function DecisionActs({
  material,
  reload,
}: {
  readonly material: RequestMaterial
  readonly reload: () => void
}) {
  const [act, setAct] = useState<Decision | null>(null)
  const { id, requestId, name, state, version } = material
  if (state === 'making') return null
  const done = () => {
    setAct(null)
    if (!act) return
    if (act === 'removed') navigate(`/console/requests/${requestId}`)
    else reload()
    say(`“${name}”${ACTS[act].done}`)
  }
  const button = (one: Decision) => <Button onClick={() => setAct(one)}>{ACTS[one].label}</Button>
  return (
    <div className="actions no-print">
      {state === 'whole' ? button('open') : button('whole')}
      {button('removed')}
      {act && (
        <Dialog title={`${ACTS[act].title}：${name}`} onClose={() => setAct(null)}>
          <ActionForm
            submit={ACTS[act].label}
            isDanger={act === 'removed'}
            onBack={() => setAct(null)}
            versioned={versionedMaterial(version, ACTS[act].label, () => {
              setAct(null)
              reload()
            })}
            send={(at) =>
              call<RequestMaterial>('POST', `/requests/${requestId}/materials/${id}/decision`, {
                ...{ body: { decision: act }, version: at },
              })
            }
            onDone={done}
          >
            <p>{ACTS[act].follows}</p>
          </ActionForm>
        </Dialog>
      )}
    </div>
  )
}
