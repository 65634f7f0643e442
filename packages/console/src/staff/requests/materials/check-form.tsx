import type { MaterialView, RequestMaterial } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { say } from '../../router/said.js'
import { groupsOf } from './tick-groups.js'
import { versionedMaterial } from './versioned-material.js'

type Made = NonNullable<MaterialView['made']>

/** Everything that must be looked at is ticked, then the whole is confirmed. */
export function CheckForm({
  material,
  made: { problems, kinds = [] },
  reload,
}: {
  readonly material: RequestMaterial
  readonly made: Made
  readonly reload: () => void
}) {
  const [seen, setSeen] = useState<readonly number[]>([])
  const isWhole = seen.length === problems.length
  const tick = (these: readonly number[]) => (isTicked: boolean) =>
    setSeen([...seen.filter((one) => !these.includes(one)), ...(isTicked ? these : [])])
  return (
    <ActionForm
      submit="确认已经核对"
      wrong={isWhole ? null : { code: 'unseen', message: '请逐项核对，并勾选每一项。' }}
      versioned={versionedMaterial(material.version, '确认已经核对', reload)}
      send={(version) =>
        call<RequestMaterial>(
          'POST',
          `/requests/${material.requestId}/materials/${material.id}/redaction/check`,
          { body: { seen: seen.length }, version },
        )
      }
      onDone={() => {
        reload()
        say('已登记核对。遮盖件可以作为决定的附件。')
      }}
    >
      {problems.length > 0 && (
        <fieldset>
          <legend>请逐项核对</legend>
          {groupsOf(kinds, problems.length).map((group) => (
            <Group
              key={group[0]}
              problems={group.flatMap((at) => problems[at] ?? [])}
              isTicked={group.every((at) => seen.includes(at))}
              onTick={tick(group)}
            />
          ))}
        </fieldset>
      )}
      <p>核对无误后，遮盖件才能随文书提供。需要改的，在下面修改遮盖稿后重新生成。</p>
    </ActionForm>
  )
}

function Group({
  problems,
  isTicked,
  onTick,
}: {
  readonly problems: readonly string[]
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}) {
  const [first] = problems
  const count = problems.length
  return (
    <>
      {count > 1 && (
        <ol>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ol>
      )}
      <label className="check-line">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => onTick(target.checked)}
        />{' '}
        {count > 1 ? `以上${count}项同类事项已经逐项核对` : first}
      </label>
    </>
  )
}
