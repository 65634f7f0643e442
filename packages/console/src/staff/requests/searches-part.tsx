import type { RequestFile, RequestSearch, RequestSearches } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { AreaField, DayField, ReasonField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { PersonName } from '../people/person-name.js'
import { say } from '../router/said.js'
import { dayText, instantText, todayInChina } from '../words/authority-words.js'

/** 检索记录: where, by which words, by whom and when it was searched. A letter that says that something does not exist is worded from it. */
export function SearchesPart({
  request,
  mayRecord,
  mayStrike,
}: {
  readonly request: RequestFile
  readonly mayRecord: boolean
  readonly mayStrike: boolean
}) {
  const asked = useAsk<RequestSearches>(`/requests/${request.id}/searches`)
  const [isOpen, setOpen] = useState(false)
  const [striking, setStriking] = useState<RequestSearch | null>(null)
  const reload = () => asked.reload()
  return (
    <section aria-labelledby="searches">
      <h2 id="searches">检索记录</h2>
      <Waiting asked={asked}>
        {({ searches }) =>
          searches.length === 0 ? (
            <p className="nothing">
              还没有检索记录。拟告知信息不存在的，先登记检索记录，答复书的检索情况由其写成。
            </p>
          ) : (
            <ol className="cards">
              {searches.map((one) => (
                <li key={one.id} className={one.struck ? 'over' : ''}>
                  <Search search={one} />
                  {mayStrike && !one.struck && (
                    <Button size="small" className="no-print" onClick={() => setStriking(one)}>
                      更正登记<span className="hidden">：{dayText(one.searchedOn)}的检索</span>
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Waiting>
      {mayRecord && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          登记检索记录
        </Button>
      )}
      {isOpen && <RecordDialog request={request} onClose={() => setOpen(false)} reload={reload} />}
      {striking && (
        <StrikeDialog
          request={request}
          search={striking}
          onClose={() => setStriking(null)}
          reload={reload}
        />
      )}
    </section>
  )
}

function Search({ search }: { readonly search: RequestSearch }) {
  const { searchedOn, persons, period, systems, words, files, found, struck } = search
  const rows = [
    ['检索的科室、岗位', persons.join('、')],
    ['所查信息的时间范围', period],
    ['检索的系统', systems.join('、')],
    ['检索词', words.join('、')],
    ['查阅的案卷', files.join('、')],
    ['结果', found ?? '没有查到所申请的信息'],
  ] as const
  return (
    <>
      <p>
        <strong>{dayText(searchedOn)}检索</strong>
      </p>
      <dl className="details">
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="lines">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="about">
        <PersonName id={search.recordedBy} />于{instantText(search.recordedAt)}登记
      </p>
      {struck && (
        <p>
          登记有误，已更正：{struck.reason}
          <span className="about">
            （<PersonName id={struck.by} />，{instantText(struck.at)}）
          </span>
        </p>
      )}
    </>
  )
}

type Shown = {
  readonly request: RequestFile
  readonly onClose: () => void
  readonly reload: () => void
}

const NONE = { period: '', systems: '', words: '', files: '', persons: '', found: '' }

function RecordDialog({ request, onClose, reload }: Shown) {
  const { values, bind } = useForm({ searchedOn: todayInChina(), ...NONE })
  const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || [])
  const body = {
    ...{ searchedOn: values.searchedOn, period: values.period || null },
    ...{ systems: lines(values.systems), words: lines(values.words) },
    ...{ files: lines(values.files), persons: lines(values.persons) },
    found: values.found || null,
  }
  return (
    <Dialog title={`登记检索记录：申请${request.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit="登记"
        onBack={onClose}
        send={() => call<RequestSearch>('POST', `/requests/${request.id}/searches`, { body })}
        onDone={() => {
          onClose()
          reload()
          say('已登记检索记录。')
        }}
      >
        <DayField label="检索的日期" {...bind('searchedOn')} />
        <AreaField label="检索的科室、岗位，每行一项" {...bind('persons')} />
        <AreaField
          label="检索的系统，每行一项"
          isOptional
          hint="如公文管理系统、档案管理系统。系统和案卷至少填一项。"
          {...bind('systems')}
        />
        <AreaField
          label="检索词，每行一项"
          isOptional
          hint="检索了系统的必填。将写入答复书，不要写个人信息。"
          {...bind('words')}
        />
        <AreaField label="查阅的案卷，每行一项" isOptional {...bind('files')} />
        <TextField
          label="所查信息的时间范围"
          isOptional
          hint="如“2020年1月至2025年12月”。"
          {...bind('period')}
        />
        <AreaField label="查到的相关信息" isOptional hint="没有查到的不填。" {...bind('found')} />
      </ActionForm>
    </Dialog>
  )
}

function StrikeDialog({
  request,
  search,
  onClose,
  reload,
}: Shown & { readonly search: RequestSearch }) {
  const { values, bind } = useForm({ reason: '' })
  const path = `/requests/${request.id}/searches/${search.id}/strike`
  return (
    <Dialog title={`更正登记：${dayText(search.searchedOn)}的检索`} onClose={onClose}>
      <ActionForm
        submit="更正登记"
        isDanger
        onBack={onClose}
        send={() => call<RequestSearch>('POST', path, { body: values })}
        onDone={() => {
          onClose()
          reload()
          say('已更正检索记录。')
        }}
      >
        <p>这次检索将标为登记有误，仍留在检索记录中；没有签发的文书不再引用它。</p>
        <ReasonField label="更正的原因" {...bind('reason')} />
      </ActionForm>
    </Dialog>
  )
}
