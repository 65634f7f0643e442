import { letterSpec } from '@gongkai/law'
import type { LetterView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { changeDraft, draftOf } from './change-draft.js'
import { TextDialog } from './text-dialog.js'

/** The words of a letter. What is not fixed by law may be worded anew as long as it is a draft. */
export function LetterPaper({
  view,
  mayWord,
  reload,
}: {
  readonly view: LetterView
  readonly mayWord: boolean
  readonly reload: () => void
}) {
  const [wording, setWording] = useState<string | null>(null)
  const { text, letter, rewordings } = view
  const hasNumber = letterSpec(letter.kind).fields.includes('documentNumber')
  const from = rewordings.find(({ to }) => to === wording)?.from ?? wording ?? ''
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">文书</h2>
      <p>
        <strong>{text.title.join('')}</strong>
      </p>
      {hasNumber && <p>{text.documentNumber ?? '（签发时编发文字号）'}</p>}
      {text.addressee && <p>{text.addressee}：</p>}
      {text.rows.length > 0 && (
        <dl className="details">
          {text.rows.map(([label, entry]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{entry}</dd>
            </div>
          ))}
        </dl>
      )}
      {text.paragraphs.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may have the same words
        <div key={at}>
          <p className="lines">{one.text}</p>
          {mayWord && one.kind === 'own' && (
            <Button size="small" onClick={() => setWording(one.text)}>
              改写这一段
            </Button>
          )}
        </div>
      ))}
      {text.attachments.length > 0 && <p>附件：{text.attachments.join('；')}</p>}
      <p>
        {text.signature.name}　{text.signature.date ?? '（签发时填写成文日期）'}
      </p>
      {text.note && <p>{text.note}</p>}
      {wording !== null && (
        <TextDialog
          letter={letter}
          doing="改写"
          label="这一段的文字"
          hint="法律规定的文字不能改写；需要改变的，更正登记的事项。"
          initial={wording}
          send={(to, version) => {
            const draft = draftOf(view)
            const others = (draft.rewordings ?? []).filter((one) => one.from !== from)
            return changeDraft(view, { ...draft, rewordings: [...others, { from, to }] }, version)
          }}
          onClose={() => setWording(null)}
          reload={reload}
        />
      )}
    </section>
  )
}
