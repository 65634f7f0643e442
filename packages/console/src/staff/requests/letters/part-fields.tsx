import { citationText, GROUNDS, PART_GROUNDS } from '@gongkai/law'
import { Button } from 'antd'
import { SelectField, TextField } from '../../form/fields.js'
import { SpecFields } from './spec-fields.js'
import { fieldsOfPart, type Typed } from './typed-draft.js'

/** One part of what was asked for: what it is, the ground of the decision on it, and what that ground must tell. */
export function PartFields({
  no,
  part,
  onChange,
  onRemove,
}: {
  readonly no: number
  readonly part: Typed
  readonly onChange: (part: Typed) => void
  /** Null for the only one. */
  readonly onRemove: (() => void) | null
}) {
  const put = (place: string, value: string) => onChange({ ...part, [place]: value })
  const ground = PART_GROUNDS.find((one) => one === part.ground)
  return (
    <fieldset>
      <legend>第{no}部分</legend>
      <TextField
        label="内容"
        value={part.what ?? ''}
        onChange={(value) => put('what', value)}
        hint="例如文件的名称。"
      />
      <SelectField
        label="决定"
        options={PART_GROUNDS.map((one) => [one, GROUNDS[one].title] as const)}
        value={ground ?? ''}
        onChange={(value) => put('ground', value)}
        {...(ground && { hint: citationText(GROUNDS[ground].basis) })}
      />
      {ground === 'doesNotExist' && (
        <p className="about">检索情况由本件的检索记录写成。没有登记的，请先在申请的页面登记。</p>
      )}
      {ground && <SpecFields fields={fieldsOfPart(ground)} typed={part} onChange={put} />}
      {onRemove && <Button onClick={onRemove}>删去第{no}部分</Button>}
    </fieldset>
  )
}
