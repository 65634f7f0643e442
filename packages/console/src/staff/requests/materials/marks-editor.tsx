import type { Ground } from '@gongkai/law'
import type { Marks, MaterialReading, MaterialView, RequestMaterial } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../../api/call.js'
import { useAsk } from '../../api/use-ask.js'
import { ActionForm } from '../../form/action-form.js'
import { SelectField, TextField } from '../../form/fields.js'
import { Waiting } from '../../form/waiting.js'
import { say } from '../../router/said.js'
import { PART_GROUNDS } from '../../words/material-words.js'
import { MarkList } from './mark-list.js'
import { type Box, type Passage, type Suggestion, withinPage } from './marks.js'
import { PageBoard } from './page-board.js'
import { SuggestionsPart } from './suggestions-part.js'
import { versionedMaterial } from './versioned-material.js'
import { WordBoard } from './word-board.js'

/** The draft of what is withheld: on pages by boxes, of words and cells by what is chosen, each with its ground. */
export function MarksEditor({
  view: { material, marks },
  reload,
}: {
  readonly view: MaterialView
  readonly reload: () => void
}) {
  const path = `/requests/${material.requestId}/materials/${material.id}`
  // Beside what is asked for: an answer that does not come takes nothing away.
  const [draft, setDraft] = useState<Marks>(marks)
  const [looked, setLooked] = useState<readonly string[]>([])
  const asked = useAsk<MaterialReading>(`${path}/reading`, { looked })
  return (
    <section aria-labelledby="marks" className="no-print">
      <h2 id="marks">遮盖稿</h2>
      <Waiting asked={asked}>
        {(reading) => (
          <Editor
            material={material}
            saved={marks}
            marks={draft}
            setMarks={setDraft}
            reading={reading}
            onLook={(words) => setLooked([...looked, words])}
            reload={reload}
          />
        )}
      </Waiting>
    </section>
  )
}

function Editor({
  material,
  saved,
  marks,
  setMarks,
  reading,
  onLook,
  reload,
}: {
  readonly material: RequestMaterial
  readonly saved: Marks
  readonly marks: Marks
  readonly setMarks: (marks: Marks) => void
  readonly reading: MaterialReading
  readonly onLook: (words: string) => void
  readonly reload: () => void
}) {
  const [ground, setGround] = useState<Ground>('thirdPartyRights')
  const [note, setNote] = useState('')
  const [page, setPage] = useState(1)
  const path = `/requests/${material.requestId}/materials/${material.id}`
  const why = { ground, note }
  const setBoxes = (boxes: readonly Box[]) => setMarks({ ...marks, boxes })
  const setPassages = (passages: readonly Passage[]) => setMarks({ ...marks, passages })
  const cover = (found: readonly Suggestion[]) =>
    setMarks({
      boxes: [
        ...marks.boxes,
        ...found.flatMap(({ box }) => (box ? [withinPage({ ...box, ...why })] : [])),
      ],
      passages: [
        ...marks.passages,
        ...found.flatMap(({ passage }) => (passage ? [{ ...passage, ...why }] : [])),
      ],
    })
  const count = marks.boxes.length + marks.passages.length
  const isChanged = JSON.stringify(marks) !== JSON.stringify(saved)
  return (
    <>
      <div className="fields">
        <SelectField
          label="新遮盖处的依据"
          options={PART_GROUNDS}
          value={ground}
          onChange={(value) => setGround(value as Ground)}
        />
        <TextField
          label="说明"
          isOptional
          hint="印在遮盖目录上，如“个人电话”。不要写被遮盖的内容。"
          value={note}
          onChange={setNote}
        />
      </div>
      <SuggestionsPart
        reading={reading}
        marks={marks}
        onCover={cover}
        onLook={onLook}
        onShow={setPage}
      />
      {reading.pages === null ? (
        <WordBoard
          blocks={reading.blocks}
          passages={marks.passages}
          onChange={setPassages}
          why={why}
        />
      ) : (
        <PageBoard
          {...{ path, page, pages: reading.pages, why }}
          boxes={marks.boxes}
          onChange={setBoxes}
          onPage={setPage}
        />
      )}
      <MarkList marks={marks} page={page} onChange={setMarks} onShow={setPage} />
      <SaveForm {...{ material, marks, count, isChanged, reload }} />
    </>
  )
}

/** Saves the draft and has the file made; or saves it alone, to go on later. */
function SaveForm({
  material,
  marks,
  count,
  isChanged,
  reload,
}: {
  readonly material: RequestMaterial
  readonly marks: Marks
  readonly count: number
  readonly isChanged: boolean
  readonly reload: () => void
}) {
  const path = `/requests/${material.requestId}/materials/${material.id}`
  const save = (version: number) =>
    call<RequestMaterial>('POST', `${path}/marks`, { body: marks, version })
  const make = async (version: number) => {
    const saved = isChanged ? await save(version) : null
    if (saved && !saved.ok) return saved
    const now = saved ? saved.value.version : version
    return call<RequestMaterial>('POST', `${path}/redaction`, { version: now })
  }
  const versioned = (doing: string) => versionedMaterial(material.version, doing, reload)
  const isGone = material.state === 'made' || material.state === 'checked'
  const follows = isGone && isChanged && <p>此前生成的遮盖件随之失效，须重新生成、核对。</p>
  return (
    <div className="two-forms">
      <ActionForm
        submit="保存遮盖稿"
        versioned={versioned('保存遮盖稿')}
        confirm={follows || undefined}
        wrong={isChanged ? null : { code: 'same', message: '遮盖稿没有改动，不需要保存。' }}
        send={save}
        onDone={() => {
          reload()
          say('遮盖稿已保存。')
        }}
      >
        <p role="status">
          共遮盖{count}处{isChanged ? '，有改动没有保存。' : '。'}
        </p>
      </ActionForm>
      {material.state !== 'making' && (
        <ActionForm
          submit="生成遮盖件"
          versioned={versioned('生成遮盖件')}
          wrong={
            count > 0
              ? null
              : { code: 'none', message: '还没有遮盖任何内容。不需要遮盖的，请登记全文公开。' }
          }
          send={make}
          onDone={() => {
            reload()
            say('正在生成遮盖件。')
          }}
        >
          {null}
        </ActionForm>
      )}
    </div>
  )
}
