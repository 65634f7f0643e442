import type { AskedAuthorities, Board, Collection } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'
import { ChooseAuthorities } from './choose-authorities.js'

/** Asks more authorities for their reports of the year. */
export function AddAuthoritiesDialog({
  collection: { id, authorityId, reportYear, version },
  onClose,
  onDone,
}: {
  readonly collection: Collection
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const board = useAsk<Board>(`/collections/${id}/board?limit=1000`)
  const send = () => {
    const body = { authorityIds: [...chosen] }
    return call<AskedAuthorities>('POST', `/collections/${id}/authorities`, { body, version })
  }
  return (
    <Dialog title={`增加报送${reportYear}年度报告的机关`} onClose={onClose}>
      <Waiting asked={board}>
        {({ rows }) => (
          <ActionForm
            submit="增加机关"
            onBack={onClose}
            send={send}
            onDone={({ asked }) => {
              onDone()
              say(`已增加${asked.length}个机关，并列入其待办事项。`)
            }}
          >
            <ChooseAuthorities
              root={authorityId}
              without={new Set(rows.map((row) => row.authorityId))}
              value={chosen}
              onChange={setChosen}
            />
          </ActionForm>
        )}
      </Waiting>
    </Dialog>
  )
}
