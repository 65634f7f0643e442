import type { SavedReport } from '@gongkai/report'
import { Button } from 'antd'
import { useState } from 'react'
import { shownReport } from '../../../state/shown.js'
import { Dialog } from '../../../ui/dialog.js'
import { ComparedTable } from '../versions/compared-table.js'
import { ContestedPlace, type Side } from './contested-place.js'
import { idOf, type Merged, withPlaces } from './merge.js'
import type { Conflict, Draft } from './use-draft.js'

/** What was typed here beside what somebody else saved meanwhile. Nothing is written over before both were seen. */
export function DraftConflict({
  mine,
  conflict,
  settle,
  reload,
}: {
  readonly mine: SavedReport
  readonly conflict: Conflict
  readonly settle: Draft['settle']
  readonly reload: () => void
}) {
  const { refused, theirs, merged } = conflict
  const saved = theirs.version?.document
  return (
    <Dialog title="他人已先更改" onClose={() => {}} isWide>
      <p>{refused.message}</p>
      {merged ? (
        <Choices
          mine={mine}
          merged={merged}
          onChosen={(document) => settle(conflict, document)}
          reload={reload}
        />
      ) : (
        <>
          <p>报告的状态已经变化，现在不能再修改。请复制需要保留的内容后再离开。</p>
          {saved && (
            <ComparedTable a={shownReport(saved)} b={mine} names={['现在的内容', '您编辑的内容']} />
          )}
          <div className="actions">
            <Button onClick={reload}>采用现在的内容</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

/** Asks for each place that both wrote in; the other places hold what one of the two wrote. */
function Choices({
  mine,
  merged: { document, contested, taken },
  onChosen,
  reload,
}: {
  readonly mine: SavedReport
  readonly merged: Merged
  readonly onChosen: (document: SavedReport) => void
  readonly reload: () => void
}) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const open = contested.filter((place) => !chosen.has(idOf(place)))
  const own = contested.filter((place) => chosen.get(idOf(place)) === 'mine')
  return (
    <>
      <p>
        以下{contested.length}处您和他人都作了更改，请逐处选择。
        {taken > 0 && `他人更改的另外${taken}处与您的改动不冲突，一并保留。`}
      </p>
      {contested.map((place) => (
        <ContestedPlace
          key={idOf(place)}
          place={place}
          mine={mine}
          theirs={document}
          chosen={chosen.get(idOf(place)) ?? null}
          onChoose={(side) => setChosen((before) => new Map(before).set(idOf(place), side))}
        />
      ))}
      <p role="status">{open.length > 0 ? `还有${open.length}处没有选择。` : ''}</p>
      <div className="actions">
        <Button
          type="primary"
          disabled={open.length > 0}
          onClick={() => onChosen(withPlaces(document, mine, own))}
        >
          按选择合并并保存
        </Button>
        <Button onClick={reload}>放弃我的改动，采用现在的内容</Button>
      </div>
    </>
  )
}
