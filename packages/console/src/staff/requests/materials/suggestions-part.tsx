import type { Marks, MaterialReading } from '@gongkai/web'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { whereText } from '../../words/material-words.js'
import { isCovered, type Suggestion } from './marks.js'

/** How many are listed at a time: a long document has hundreds. */
const SHOWN = 50

/** What may have to be withheld and is not covered yet, one press each; words can be looked for. */
export function SuggestionsPart({
  reading,
  marks,
  onCover,
  onLook,
  onShow,
}: {
  readonly reading: MaterialReading
  readonly marks: Marks
  readonly onCover: (found: readonly Suggestion[]) => void
  readonly onLook: (words: string) => void
  readonly onShow: (page: number) => void
}) {
  const [words, setWords] = useState('')
  const id = useId()
  const open = reading.suggestions.filter((one) => !isCovered(one, marks))
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return
    onLook(words.trim())
    setWords('')
  }
  return (
    <div className="suggestions">
      <h3>可能应当遮盖的内容</h3>
      {!reading.hasText && (
        <p>这份材料没有文字层（扫描件或者图片），不能自动查找。请逐页查看，画出要遮盖的位置。</p>
      )}
      {reading.hasText && (
        <form className="search" onSubmit={look}>
          <label htmlFor={id}>查找文字（如姓名、地址）</label>
          <Input
            id={id}
            autoComplete="off"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <Button htmlType="submit">查找</Button>
        </form>
      )}
      <p role="status">
        {open.length > 0
          ? `有${open.length}处没有遮盖。`
          : reading.suggestions.length > 0
            ? '找到的各处都已遮盖。'
            : '没有找到公民身份号码、手机号码、银行卡号。姓名、住址等请自行查看或者查找。'}
      </p>
      {open.length > 0 && (
        <>
          <ul className="plain-list">
            {open.slice(0, SHOWN).map((one) => (
              <li key={JSON.stringify(one)}>
                <span>
                  {placed(one)}：{one.message}
                </span>
                <span className="actions">
                  <Button size="small" onClick={() => onCover([one])}>
                    遮盖<span className="hidden">{placed(one)}</span>
                  </Button>
                  {one.box && (
                    <Button size="small" onClick={() => onShow(one.box?.page ?? 1)}>
                      查看<span className="hidden">{placed(one)}</span>
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {open.length > SHOWN && <p className="about">先列出{SHOWN}处，其余在这些遮盖后列出。</p>}
          <div className="actions">
            <Button onClick={() => onCover(open)}>全部遮盖</Button>
          </div>
        </>
      )}
    </div>
  )
}

function placed({ box, passage }: Suggestion): string {
  if (box) return `第${box.page}页`
  return passage ? whereText(passage.at) : ''
}
