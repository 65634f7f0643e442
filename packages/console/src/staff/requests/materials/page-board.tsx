import type { Ground } from '@gongkai/law'
import { GROUNDS } from '@gongkai/law'
import { Button } from 'antd'
import { type PointerEvent, useRef, useState } from 'react'
import { type Box, keyed, placeOf, withinPage } from './marks.js'
import { PagePicture } from './page-picture.js'
import { PageTurner } from './page-turner.js'

type Point = { readonly x: number; readonly y: number }

/** What the pointer does: it draws a new box, or moves or sizes that of an index. */
type Drag =
  | { readonly kind: 'draw'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'move' | 'size'; readonly index: number; readonly last: Point }

/** A page with its boxes, drawn with the mouse; with the keyboard they are added, moved and sized. */
export function PageBoard({
  path,
  page,
  pages,
  why,
  boxes,
  onChange,
  onPage,
}: {
  readonly path: string
  readonly page: number
  readonly pages: number
  readonly why: { readonly ground: Ground; readonly note: string }
  readonly boxes: readonly Box[]
  readonly onChange: (boxes: readonly Box[]) => void
  readonly onPage: (page: number) => void
}) {
  const board = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const area = board.current?.getBoundingClientRect()
    if (!area) return { x: 0, y: 0 }
    return { x: (clientX - area.left) / area.width, y: (clientY - area.top) / area.height }
  }
  const change = (index: number, box: Box) => onChange(boxes.with(index, withinPage(box)))
  const add = (box: Omit<Box, 'ground' | 'note'>) =>
    onChange([...boxes, withinPage({ ...box, ...why })])
  const begin = (event: PointerEvent, next: Drag) => {
    if (event.button !== 0) return
    event.stopPropagation()
    board.current?.setPointerCapture(event.pointerId)
    setDrag(next)
  }
  const move = (event: PointerEvent) => {
    if (!drag) return
    const at = pointOf(event)
    if (drag.kind === 'draw') return setDrag({ ...drag, to: at })
    const box = boxes[drag.index]
    if (!box) return
    const by = { x: at.x - drag.last.x, y: at.y - drag.last.y }
    const moved =
      drag.kind === 'move'
        ? { ...box, x: box.x + by.x, y: box.y + by.y }
        : { ...box, w: box.w + by.x, h: box.h + by.y }
    change(drag.index, moved)
    setDrag({ ...drag, last: at })
  }
  const end = () => {
    if (drag?.kind === 'draw') {
      const drawn = areaOf(drag.from, drag.to)
      // A mere press draws nothing.
      if (drawn.w > LEAST && drawn.h > LEAST) add({ page, ...drawn })
    }
    setDrag(null)
  }
  return (
    <div className="board">
      <PageTurner what="" page={page} pages={pages} onPage={onPage} />
      <div className="actions">
        <Button onClick={() => add({ page, ...MIDDLE })}>在本页增加一个方框</Button>
      </div>
      <p className="about">
        用鼠标在页面上拖出方框。用键盘的，增加方框后选中它：方向键移动，按住 Shift
        再按方向键改变大小，Delete 删去；也可以在下面的列表中填写数值。
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: not a set of fields */}
      <div
        ref={board}
        className="page-board"
        role="group"
        aria-label={`第${page}页和其中的方框`}
        onPointerDown={(event) =>
          begin(event, { kind: 'draw', from: pointOf(event), to: pointOf(event) })
        }
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        <PagePicture key={page} path={path} which="original" page={page} />
        {boxes.map(
          (box, index) =>
            box.page === page && (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: boxes are told apart by their order
                key={index}
                type="button"
                className="cover"
                style={styleOf(box)}
                aria-label={labelOf(box, index)}
                onPointerDown={(event) =>
                  begin(event, { kind: 'move', index, last: pointOf(event) })
                }
                onKeyDown={(event) => {
                  const isGone = event.key === 'Delete' || event.key === 'Backspace'
                  const next = keyed(box, event.key, event.shiftKey)
                  if (next || isGone) event.preventDefault()
                  if (next) change(index, next)
                  else if (isGone) onChange(boxes.toSpliced(index, 1))
                }}
              >
                {index + 1}
                <span
                  className="corner"
                  aria-hidden="true"
                  onPointerDown={(event) =>
                    begin(event, { kind: 'size', index, last: pointOf(event) })
                  }
                />
              </button>
            ),
        )}
        {drag?.kind === 'draw' && (
          <span className="cover" aria-hidden="true" style={styleOf(areaOf(drag.from, drag.to))} />
        )}
      </div>
    </div>
  )
}

const LEAST = 0.004

/** Where a box begins that is added without a mouse. */
const MIDDLE = { x: 0.35, y: 0.45, w: 0.3, h: 0.04 }

function labelOf(box: Box, index: number): string {
  return `第${index + 1}处，第${box.page}页，${GROUNDS[box.ground].title}，${placeOf(box)}`
}

function areaOf(from: Point, to: Point) {
  const x = Math.max(0, Math.min(from.x, to.x))
  const y = Math.max(0, Math.min(from.y, to.y))
  const w = Math.min(1, Math.max(from.x, to.x)) - x
  const h = Math.min(1, Math.max(from.y, to.y)) - y
  return { x, y, w, h }
}

function styleOf({ x, y, w, h }: Pick<Box, 'x' | 'y' | 'w' | 'h'>) {
  return {
    ...{ left: `${x * 100}%`, top: `${y * 100}%` },
    ...{ width: `${w * 100}%`, height: `${h * 100}%` },
  }
}
