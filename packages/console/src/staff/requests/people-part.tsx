import type { OwnData, RequestFile, RequestPeople } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { Failure } from '../form/failure.js'
import { instantText } from '../words/authority-words.js'
import { IDENTITIES } from '../words/request-words.js'
import { GiveOwnDataDialog } from './give-own-data.js'
import { OwnDataSheet } from './own-data-sheet.js'

type One = RequestPeople['people'][number]

/** Who asks. It is opened by a button, because every opening is recorded. */
export function PeoplePart({
  request,
  mayGive,
}: {
  readonly request: RequestFile
  /** Whether he may give one who asks what is kept of him. */
  readonly mayGive: boolean
}) {
  const [people, setPeople] = useState<readonly One[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [asking, setAsking] = useState<{ place: number; name: string } | null>(null)
  const [given, setGiven] = useState<OwnData | null>(null)
  const open = async () => {
    setRefused(null)
    const answer = await call<RequestPeople>('GET', `/requests/${request.id}/applicant`)
    if (answer.ok) setPeople(answer.value.people)
    else setRefused(answer.refused)
  }
  return (
    <>
      <section aria-labelledby="people" className="no-print">
        <h2 id="people">申请人</h2>
        {people ? (
          <ol className="cards">
            {people.map((one) => (
              <li key={`${one.until} ${one.no}`}>
                {one.until && <p className="about">登记到{instantText(one.until)}，已经更正：</p>}
                <Who one={one} />
                {mayGive && one.person && !one.until && (
                  <Button
                    size="small"
                    onClick={() => setAsking({ place: one.no, name: one.person?.name ?? '' })}
                  >
                    提供给本人
                  </Button>
                )}
              </li>
            ))}
          </ol>
        ) : (
          <p className="people-line">
            {request.applicantMasked}
            <Button size="small" onClick={() => void open()}>
              查看申请人信息
            </Button>
            <span className="about">每次查看都记入记录。</span>
          </p>
        )}
        <Failure refused={refused} />
        {asking && (
          <GiveOwnDataDialog
            request={request}
            one={asking}
            onClose={() => setAsking(null)}
            onGiven={(data) => {
              setAsking(null)
              setGiven(data)
            }}
          />
        )}
      </section>
      {given && (
        <OwnDataSheet
          name={`${request.requestNumber}个人信息`}
          given={given}
          onClose={() => setGiven(null)}
        />
      )}
    </>
  )
}

function Who({ one: { person, erased } }: { readonly one: One }) {
  if (erased) {
    return (
      <p>
        个人信息已于{instantText(erased.at)}清除，依据：{erased.under}
      </p>
    )
  }
  if (!person) return <p>个人信息不能打开：密钥与登记时的不同。请与系统管理员联系。</p>
  const rows = [
    [IDENTITIES[person.idKind], person.idNumber],
    ['联系人', person.contactName],
    ['电话', person.phone],
    ['电子邮箱', person.email],
    ['通信地址', person.address],
    ['邮政编码', person.postalCode],
  ] as const
  return (
    <>
      <p>
        <strong>{person.name}</strong>（{person.part === 'agent' ? '代理人' : '申请人'}）
      </p>
      <dl className="details">
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
