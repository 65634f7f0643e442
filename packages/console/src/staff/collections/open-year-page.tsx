import { citationText, type ReportLevel, requiredForm } from '@gongkai/law'
import type { Collection, CollectionPage, OpenCollectionRequest } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { useRegister } from '../authorities/register.js'
import { ActionForm } from '../form/action-form.js'
import { AreaField, DayField, SelectField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { LocalDueDays } from '../overlays/local-due-days.js'
import { navigate } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { reachOf, useMe } from '../session/me.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { ChooseAuthorities } from './choose-authorities.js'
import { dueDays, localDutiesOf, wrongDay } from './due-days.js'
import { nextYear, openableYears } from './next-year.js'

const NONE: ReadonlySet<string> = new Set()

/** Opens the collection of a report year: for whom, by when, on which form, with which instructions. */
export function OpenYearPage() {
  const me = useMe()
  const { nameOf } = useRegister()
  const thisYear = Number(todayInChina().slice(0, 4))
  const own = reachOf(me, 'collection.open')
  const [collector, setCollector] = useState(own[0] ?? '')
  const [asked, setAsked] = useState(NONE)
  const { values, bind, setValues } = useForm({
    ...{ year: '', instructions: '', notice: '' },
    ...{ department: '', township: '', government: '' },
  })
  const there = useAsk<CollectionPage>('/collections').value?.items ?? []
  const opened = there.filter(({ authorityId }) => authorityId === collector)
  const proposed = nextYear(
    thisYear,
    opened.map((one) => one.reportYear),
  )
  const { year: chosen, instructions, notice, ...earlier } = values
  const year = chosen || `${proposed}`
  const reportYear = Number(year)
  const duties = localDutiesOf(reportYear, me.region.name, earlier, notice.trim())
  const isWrong = dueDays(reportYear).some(
    ({ level, statutory }) => wrongDay(earlier[level], statutory) !== undefined,
  )
  const send = async () => {
    const body: OpenCollectionRequest = {
      ...{ authorityId: collector, reportYear, instructions },
      ...{ localDuties: [...duties], authorityIds: [...asked] },
    }
    return call<Collection>('POST', '/collections', { body })
  }
  const changeYear = (next: string) =>
    setValues((before) => ({ ...before, year: next, department: '', township: '', government: '' }))
  return (
    <div className="sheet">
      <PageTitle title="布置年度报告工作" />
      <ActionForm
        submit="布置"
        back="/console/collections"
        send={send}
        wrong={wrongOf(asked.size, isWrong)}
        onDone={({ id }) => {
          navigate(`/console/collections/${id}`)
          say(`已布置${reportYear}年度报告工作，列入${asked.size}个机关的待办事项。`)
        }}
        confirm={
          <>
            <p>
              “{nameOf(collector)}”将向<strong>{asked.size}个机关</strong>布置{reportYear}
              年度政府信息公开工作年度报告的编制工作，并列入各机关政府信息公开联络员的待办事项。
            </p>
            <p>布置后可以再增加机关，不能撤销布置。</p>
          </>
        }
      >
        {own.length > 1 && (
          <AuthorityPicker label="组织机关" value={collector} onChange={setCollector} />
        )}
        <SelectField
          label="报告年度"
          options={openableYears(thisYear).map((one) => [`${one}`, `${one}年度`] as const)}
          value={year}
          onChange={changeYear}
        />
        <FormOfYear year={reportYear} />
        <DueDays year={reportYear} bind={bind} hasEarlier={duties.length > 0} />
        <ChooseAuthorities root={collector} without={NONE} value={asked} onChange={setAsked} />
        <AreaField
          label="编制要求"
          isOptional
          hint="在各机关编制页面的上方显示。"
          {...bind('instructions')}
        />
      </ActionForm>
    </div>
  )
}

function wrongOf(count: number, isWrong: boolean) {
  const message =
    count === 0 ? '请至少选择一个应当报送的机关。' : isWrong ? '请先改正有误的时限。' : null
  return message === null ? null : { code: 'form', message }
}

function FormOfYear({ year }: { readonly year: number }) {
  const required = requiredForm(year)
  return (
    <p>
      报告格式：
      {required
        ? `${required.form}年格式（依据：${citationText(required.source)}）`
        : '该年度没有全国统一的报告格式，不能布置。'}
    </p>
  )
}

function DueDays({
  year,
  bind,
  hasEarlier,
}: {
  readonly year: number
  readonly bind: (key: ReportLevel | 'notice') => {
    readonly value: string
    readonly onChange: (value: string) => void
  }
  readonly hasEarlier: boolean
}) {
  return (
    <fieldset>
      <legend>公布时限</legend>
      <p>不填写的，按法定时限。本地区另有更早时限的，填写该日期和所依据的通知。</p>
      <LocalDueDays year={year} />
      <div className="columns">
        {dueDays(year).map(({ level, label, statutory, why }) => (
          <DayField
            key={level}
            isOptional
            label={label}
            hint={
              <>
                法定时限：{dayText(statutory)}。依据：{why}
              </>
            }
            error={wrongDay(bind(level).value, statutory)}
            {...bind(level)}
          />
        ))}
      </div>
      {hasEarlier && (
        <TextField
          label="规定更早时限的通知"
          hint="名称和文号，供各机关查对。"
          {...bind('notice')}
        />
      )}
    </fieldset>
  )
}
