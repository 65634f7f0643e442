import { citationText, REMEDY_RESULTS, type RemedyResult } from '@gongkai/law'
import { DayField, SelectField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { todayInChina } from '../words/authority-words.js'
import { DECISIONS, resultsOf } from '../words/remedy-words.js'
import { type Acting, RemedyDialog } from './remedy-dialog.js'

/** 登记结果: what was decided, where Table 4 counts it, and whether the request must be decided anew. */
export function DecideDialog(acting: Acting) {
  const { kind } = acting.remedy
  const today = todayInChina()
  const { values, bind } = useForm({ on: today, result: '', isAnew: 'no', from: today, days: '' })
  const { on, result, from, days } = values
  const isAnew = mayOrder(result) && values.isAnew === 'yes'
  const redo = isAnew ? { from, days: days ? Number(days) : null } : null
  return (
    <RemedyDialog
      acting={acting}
      title={`登记${DECISIONS[kind]}`}
      path="decision"
      body={{ on, result, redo }}
    >
      <SelectField
        label={DECISIONS[kind]}
        hint={hintOf(result)}
        options={resultsOf(kind)}
        {...bind('result')}
      />
      <DayField
        label="决定、裁判、处理的日期"
        hint="文书上的日期，统计按它计入年度。"
        {...bind('on')}
      />
      {mayOrder(result) && (
        <SelectField
          label="是否责令重新作出答复"
          options={{ no: '否', yes: '是' }}
          {...bind('isAnew')}
        />
      )}
      {isAnew && (
        <>
          <DayField
            label="收到决定、裁判之日"
            hint="重新答复的期限自次日起算。"
            {...bind('from')}
          />
          <TextField
            label="重新答复的期限（工作日数）"
            isOptional
            inputMode="numeric"
            hint="决定、裁判写明的期限；没有写明的不填，按答复期限20个工作日计。"
            {...bind('days')}
          />
        </>
      )}
    </RemedyDialog>
  )
}

function isResult(text: string): text is RemedyResult {
  return text in REMEDY_RESULTS
}

/** Made anew is what did not stand. */
function mayOrder(result: string): boolean {
  if (!isResult(result)) return false
  const { column } = REMEDY_RESULTS[result]
  return column === '结果纠正' || column === null
}

function hintOf(result: string): string | undefined {
  if (!isResult(result)) return undefined
  const { column, source } = REMEDY_RESULTS[result]
  return `${citationText(source)}${column ? `；表四计入“${column}”` : '；不计入表四'}`
}
