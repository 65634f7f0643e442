import type { RequestFile, RequestView, SplitParts } from '@gongkai/web'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { AreaField, ReasonField, SelectField, TextField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { Link, LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { KINDS_OF_REQUEST } from '../words/request-words.js'
import { useKey } from './use-key.js'
import { versionedRequest } from './versioned.js'

/** 分案: what came on one paper becomes several requests. Number and secret of each are shown once, to be printed for the applicant. */
export function SplitPage({ id }: { readonly id: string }) {
  const asked = useAsk<RequestView>(`/requests/${id}`)
  const [split, setSplit] = useState<SplitParts | null>(null)
  if (split) return <SplitSheet split={split} />
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={`/console/requests/${id}`}>申请</Link>
      </nav>
      <PageTitle title="分案" />
      <Waiting asked={asked}>
        {({ request }) => (
          <Form key={request.version} request={request} reload={asked.reload} onSplit={setSplit} />
        )}
      </Waiting>
    </div>
  )
}

type TypedPart = Readonly<Record<'kind' | 'wanted' | 'title' | 'number', string>>

const EMPTY: TypedPart = { kind: 'disclosure', wanted: '', title: '', number: '' }

function Form({
  request,
  reload,
  onSplit,
}: {
  readonly request: RequestFile
  readonly reload: () => void
  readonly onSplit: (split: SplitParts) => void
}) {
  const [parts, setParts] = useState<readonly TypedPart[]>([EMPTY, EMPTY])
  const [reason, setReason] = useState('')
  const { keyOf } = useKey()
  const body = {
    reason,
    parts: parts.map(({ title, number, ...part }) => ({
      ...{ ...part, title: title || null, number: number || null },
    })),
  }
  const { requestNumber, receivedOn } = request
  const year = receivedOn?.slice(0, 4)
  return (
    <ActionForm
      submit="分案"
      back={`/console/requests/${request.id}`}
      versioned={versionedRequest(request, '分案', reload)}
      // An answer that was lost on the way splits once, and tells the same secrets.
      send={(version) =>
        call<SplitParts>('POST', `/requests/${request.id}/split`, {
          body,
          version,
          key: keyOf(body),
        })
      }
      onDone={onSplit}
    >
      <p>
        申请{requestNumber}
        将由下列各件代替：每件有自己的编号和查询密码，收到日期、已经登记的步骤照旧，答复期限不变；分别答复、分别统计。原编号保留，不再计入统计；来件材料留在原申请。
      </p>
      {year && year !== todayInChina().slice(0, 4) && (
        <p className="badge">
          这件申请是{year}年收到的：分案后，{year}
          年度“新收”和“结转”的件数随之增加，与已经公布的年度报告不同。
        </p>
      )}
      <p className="lines about">原申请的内容：{request.wanted}</p>
      {parts.map((part, index) => (
        <PartFieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their order
          key={index}
          no={index + 1}
          part={part}
          onChange={(changed) => setParts(parts.with(index, changed))}
          onRemove={parts.length > 2 ? () => setParts(parts.toSpliced(index, 1)) : null}
        />
      ))}
      {parts.length < 20 && <Button onClick={() => setParts([...parts, EMPTY])}>增加一件</Button>}
      <ReasonField
        label="分案的原因"
        hint="与申请一起保存。不要写申请人的姓名、号码。"
        value={reason}
        onChange={setReason}
      />
    </ActionForm>
  )
}

function PartFieldset({
  no,
  part,
  onChange,
  onRemove,
}: {
  readonly no: number
  readonly part: TypedPart
  readonly onChange: (part: TypedPart) => void
  readonly onRemove: (() => void) | null
}) {
  const bind = (key: keyof TypedPart) => ({
    value: part[key],
    onChange: (value: string) => onChange({ ...part, [key]: value }),
  })
  return (
    <fieldset>
      <legend>第{no}件</legend>
      <SelectField label="申请事项" options={KINDS_OF_REQUEST} {...bind('kind')} />
      <AreaField label="内容描述" hint="照申请书的原文填写属于这一件的部分。" {...bind('wanted')} />
      <div className="columns">
        <TextField label="文件名称" isOptional {...bind('title')} />
        <TextField label="文号" isOptional {...bind('number')} />
      </div>
      {onRemove && <Button onClick={onRemove}>删去第{no}件</Button>}
    </fieldset>
  )
}

/** 分案告知单: the numbers and secrets of the parts, shown once. */
function SplitSheet({ split: { request, parts } }: { readonly split: SplitParts }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = '分案告知单 — 公开'
    ref.current?.focus()
    scrollTo(0, 0)
  }, [])
  return (
    <div className="sheet">
      <section aria-labelledby="split" className="receipt">
        <h1 id="split" ref={ref} tabIndex={-1}>
          政府信息公开申请分案告知单
        </h1>
        <p className="badge no-print">
          查询密码只在这里显示一次。请打印后交给或者寄给申请人，再在原申请的“告知申请人”中登记已告知。
        </p>
        <p>
          您提出的申请（编号{request.requestNumber}
          ）含有几项不同的内容，现分为下列{parts.length}
          件分别办理、分别答复。收到申请之日和答复期限不变。
        </p>
        {parts.map(({ request: part, secret }, index) => (
          <dl key={part.id} className="details">
            {rowsOf(part, secret, index).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className={label === '查询密码' ? 'secret' : ''}>{value}</dd>
              </div>
            ))}
          </dl>
        ))}
        <p>
          凭各件的申请编号和查询密码，可以在{location.origin}/requests/status
          查询办理情况。查询密码遗失的，请携带身份证明到受理机关当面办理。
        </p>
        <p className="signed">{request.authority}</p>
        <p className="signed">{dayText(todayInChina())}</p>
      </section>
      <div className="actions no-print">
        <Button type="primary" onClick={() => print()}>
          打印告知单
        </Button>
        <LinkButton to={`/console/requests/${request.id}`}>打开原申请</LinkButton>
      </div>
    </div>
  )
}

function rowsOf(
  { requestNumber, wanted, dueOn }: RequestFile,
  secret: string,
  index: number,
): readonly (readonly [string, string])[] {
  return [
    [`第${index + 1}件的申请编号`, requestNumber],
    ['查询密码', secret],
    ['所需信息', wanted],
    ['答复期限', dueOn ? dayText(dueOn) : '等待期间不计算'],
  ]
}
