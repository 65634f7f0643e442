import type { Ground } from '@gongkai/law'
import type { MaterialReading } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { ActionForm } from '../../form/action-form.js'
import { TextField } from '../../form/fields.js'
import { whereText } from '../../words/material-words.js'
import { keyOf, type Passage, rangeOf } from './marks.js'

type Block = MaterialReading['blocks'][number]
type Words = Block['words'][number]

/** The words of a Word file or the cells of a workbook; a cell is covered by pressing it, words of a paragraph by choosing them. */
export function WordBoard({
  blocks,
  passages,
  why,
  onChange,
}: {
  readonly blocks: readonly Block[]
  readonly passages: readonly Passage[]
  readonly why: { readonly ground: Ground; readonly note: string }
  readonly onChange: (passages: readonly Passage[]) => void
}) {
  const [chosen, setChosen] = useState<Words | null>(null)
  const of = (words: Words) => passages.filter((one) => keyOf(one) === keyOf(words))
  const toggle = (words: Words) => {
    const marked = of(words)
    if (marked.length > 0) onChange(passages.filter((one) => !marked.includes(one)))
    else onChange([...passages, { at: words.at, ...why }])
  }
  return (
    <div className="word-board">
      <p className="about">
        段落中选择“遮盖文字”，填写要遮盖的文字；表格中按一下单元格遮盖全格，再按一下取消。
      </p>
      {blocks.map((block, index) =>
        block.title === null ? (
          block.words.map((words) => (
            <p key={keyOf(words)}>
              <Marked words={words} passages={of(words)} />{' '}
              {words.text.trim() !== '' && (
                <Button size="small" onClick={() => setChosen(words)}>
                  遮盖文字<span className="hidden">：{whereText(words.at)}</span>
                </Button>
              )}
            </p>
          ))
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks stand in the order of the file
          <CellTable key={index} block={block} of={of} onToggle={toggle} />
        ),
      )}
      {chosen && (
        <WordsDialog
          words={chosen}
          onCover={(found) => {
            onChange([...passages, ...found.map((one) => ({ ...one, ...why }))])
            setChosen(null)
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  )
}

/** A text with what is withheld of it set off. */
function Marked({
  words: { text, at },
  passages,
}: {
  readonly words: Words
  readonly passages: readonly Passage[]
}) {
  const from = at.kind === 'paragraph' ? at.start : 0
  const ranges = passages
    .map((one) => rangeOf(one).map((place) => Math.min(text.length, Math.max(0, place - from))))
    .toSorted(([a = 0], [b = 0]) => a - b)
  const pieces: React.ReactNode[] = []
  let done = 0
  for (const [start = 0, end = 0] of ranges) {
    if (end <= done) continue
    const begin = Math.max(done, start)
    pieces.push(text.slice(done, begin))
    pieces.push(<mark key={begin}>{text.slice(begin, end)}</mark>)
    done = end
  }
  return (
    <>
      {pieces}
      {text.slice(done)}
    </>
  )
}

function CellTable({
  block: { title, words },
  of,
  onToggle,
}: {
  readonly block: Block
  readonly of: (words: Words) => readonly Passage[]
  readonly onToggle: (words: Words) => void
}) {
  const rows = Map.groupBy(words, ({ cell }) => cell?.row ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={title ?? '表'}>
      <table className="plain-table">
        <caption>{title}</caption>
        <tbody>
          {[...rows].map(([row, cells]) => (
            <tr key={row}>
              {cells.map((one) => (
                <td key={keyOf(one)} colSpan={one.cell?.colSpan} rowSpan={one.cell?.rowSpan}>
                  {one.text.trim() !== '' && (
                    <button
                      type="button"
                      className="cell-button"
                      aria-pressed={of(one).length > 0}
                      onClick={() => onToggle(one)}
                    >
                      {of(one).length > 0 ? <Marked words={one} passages={of(one)} /> : one.text}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Which words of a paragraph: as they stand there, every time that they do. */
function WordsDialog({
  words: { text, at },
  onCover,
  onClose,
}: {
  readonly words: Words
  readonly onCover: (found: readonly { readonly at: Passage['at'] }[]) => void
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  if (at.kind !== 'paragraph') return null
  const found = placesOf(text, typed).map((start) => ({
    at: { ...at, start: at.start + start, end: at.start + start + typed.length },
  }))
  return (
    <Dialog title={`遮盖${whereText(at)}的文字`} onClose={onClose}>
      <p className="lines">{text}</p>
      <ActionForm
        submit="遮盖这些文字"
        onBack={onClose}
        beside={<Button onClick={() => onCover([{ at }])}>遮盖整段</Button>}
        wrong={
          found.length > 0
            ? null
            : { code: 'none', message: '这一段里没有这样的文字。请照原文填写，或者遮盖整段。' }
        }
        send={async () => ({ ok: true, value: null })}
        onDone={() => onCover(found)}
      >
        <TextField
          label="要遮盖的文字"
          hint="照原文填写；在这一段中出现几次的，都遮盖。"
          value={typed}
          onChange={setTyped}
        />
      </ActionForm>
    </Dialog>
  )
}

function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length))
    places.push(at)
  return places
}
