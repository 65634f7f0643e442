import { citationText, GROUNDS, type Ground } from '@gongkai/law'
import type { Marks } from '@gongkai/web'
import { Button } from 'antd'
import { PART_GROUNDS, whereText } from '../../words/material-words.js'
import { type Box, percent, rangeOf, withinPage } from './marks.js'

/** Every place that is covered: its ground, what is said of it, and of a box its numbers; of pages those of the one that is shown. */
export function MarkList({
  marks,
  page,
  onChange,
  onShow,
}: {
  readonly marks: Marks
  readonly page: number
  readonly onChange: (marks: Marks) => void
  readonly onShow: (page: number) => void
}) {
  const { boxes, passages } = marks
  if (boxes.length + passages.length === 0) return <p className="nothing">还没有遮盖任何内容。</p>
  return (
    <>
      <h3>遮盖的各处</h3>
      {boxes.length > 0 && <CoveredPages boxes={boxes} page={page} onShow={onShow} />}
      <ol className="cards marks">
        {boxes.map(
          (box, index) =>
            box.page === page && (
              <Mark
                // biome-ignore lint/suspicious/noArrayIndexKey: marks are told apart by their order
                key={index}
                name={`第${index + 1}处`}
                where={`第${box.page}页`}
                mark={box}
                onChange={(why) =>
                  onChange({ ...marks, boxes: boxes.with(index, { ...box, ...why }) })
                }
                onRemove={() => onChange({ ...marks, boxes: boxes.toSpliced(index, 1) })}
              >
                <Numbers
                  name={`第${index + 1}处`}
                  box={box}
                  onChange={(one) =>
                    onChange({ ...marks, boxes: boxes.with(index, withinPage(one)) })
                  }
                />
              </Mark>
            ),
        )}
        {passages.map((passage, index) => (
          <Mark
            // biome-ignore lint/suspicious/noArrayIndexKey: marks are told apart by their order
            key={index}
            name={`第${index + 1}处`}
            where={passageText(passage)}
            mark={passage}
            onChange={(why) =>
              onChange({ ...marks, passages: passages.with(index, { ...passage, ...why }) })
            }
            onRemove={() => onChange({ ...marks, passages: passages.toSpliced(index, 1) })}
          />
        ))}
      </ol>
    </>
  )
}

/** How many boxes there are, and the way to the pages that have some. */
function CoveredPages({
  boxes,
  page,
  onShow,
}: {
  readonly boxes: readonly Box[]
  readonly page: number
  readonly onShow: (page: number) => void
}) {
  const pages = [...new Set(boxes.map((box) => box.page))].toSorted((a, b) => a - b)
  const before = pages.findLast((one) => one < page)
  const after = pages.find((one) => one > page)
  const here = boxes.filter((box) => box.page === page).length
  return (
    <div className="actions">
      <span>
        本页{here}处，{pages.length}页共{boxes.length}处。
      </span>
      {before !== undefined && (
        <Button onClick={() => onShow(before)}>上一个有遮盖的页（第{before}页）</Button>
      )}
      {after !== undefined && (
        <Button onClick={() => onShow(after)}>下一个有遮盖的页（第{after}页）</Button>
      )}
    </div>
  )
}

type Why = { readonly ground: Ground; readonly note: string }

function Mark({
  name,
  where,
  mark: { ground, note },
  onChange,
  onRemove,
  children,
}: {
  readonly name: string
  readonly where: string
  readonly mark: Why
  readonly onChange: (why: Partial<Why>) => void
  readonly onRemove: () => void
  readonly children?: React.ReactNode
}) {
  return (
    <li>
      <p>
        <strong>{name}</strong>　{where}
      </p>
      <div className="mark-fields">
        <label>
          依据<span className="hidden">（{name}）</span>{' '}
          <select
            className="select"
            value={ground}
            // One of the options.
            onChange={({ target }) => onChange({ ground: target.value as Ground })}
          >
            {PART_GROUNDS.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          说明<span className="hidden">（{name}）</span>{' '}
          <input
            className="select"
            maxLength={500}
            value={note}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        </label>
        {children}
        <Button size="small" onClick={onRemove}>
          删去<span className="hidden">{name}</span>
        </Button>
      </div>
      <p className="about">{citationText(GROUNDS[ground].basis)}</p>
    </li>
  )
}

const SIDES = [
  ['x', '左'],
  ['y', '上'],
  ['w', '宽'],
  ['h', '高'],
] as const

/** Where a box stands, in per cent of the page. */
function Numbers({
  name,
  box,
  onChange,
}: {
  readonly name: string
  readonly box: Box
  readonly onChange: (box: Box) => void
}) {
  return SIDES.map(([side, label]) => (
    <label key={side} className="number">
      {label}（%）<span className="hidden">，{name}</span>{' '}
      <input
        type="number"
        min={0}
        max={100}
        step={0.1}
        value={percent(box[side])}
        onChange={({ target }) => {
          const part = target.valueAsNumber / 100
          if (Number.isFinite(part)) onChange({ ...box, [side]: part })
        }}
      />
    </label>
  ))
}

function passageText(passage: Marks['passages'][number]): string {
  const [from, to] = rangeOf(passage)
  const where = whereText(passage.at)
  return Number.isFinite(to) ? `${where}，第${from + 1}至${to}个字` : where
}
