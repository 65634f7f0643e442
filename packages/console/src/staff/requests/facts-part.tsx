import { APPLICANT_KINDS, CHANNELS, GROUNDS, OWN_RECORD_PERIOD } from '@gongkai/law'
import type { RequestFile } from '@gongkai/web'
import type { ReactNode } from 'react'
import { dayText, instantText } from '../words/authority-words.js'
import { FORMS, KINDS_OF_REQUEST, OWN_RESULTS, WAYS } from '../words/request-words.js'
import { DueDay } from './request-table.js'

/** What was asked, by which way, and what came of it. */
export function FactsPart({ request }: { readonly request: RequestFile }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">申请内容</h2>
      {request.isMasked && (
        <p className="about">
          姓名、号码和可能涉及个人信息的登记内容已遮去，由办理这件申请的人员查看。
        </p>
      )}
      {request.erasedAt && (
        <p className="about">
          保存期限届满，个人信息和文书内容已于{instantText(request.erasedAt)}依规清除。
        </p>
      )}
      <p className="lines">{request.wanted}</p>
      <dl className="details">
        {facts(request).map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

function facts(request: RequestFile): readonly (readonly [label: string, value: ReactNode])[] {
  const { kind, applicantKind, applicantMasked, channel, countedUnder, closedOn, ownResult } =
    request
  return [
    ['受理机关', request.carriedBy && `${request.authority}（由${request.carriedBy}承接）`],
    ['文件名称', request.title],
    ['文号', request.number],
    ['申请事项', KINDS_OF_REQUEST[kind]],
    ['申请人', `${applicantMasked}（${APPLICANT_KINDS[applicantKind].title}）`],
    ['获取信息的方式', FORMS[request.form]],
    ['获取信息的途径', WAYS[request.way]],
    ['需要的帮助', request.help],
    ['提出渠道', CHANNELS[channel].title],
    ['到达日期', dayText(request.arrivedOn)],
    ['收到凭据', request.proof],
    ['答复期限', closedOn ? null : <DueDay key="due" request={request} />],
    ['办结日期', closedOn && dayText(closedOn)],
    ['办理结果', ownResult ? OWN_RESULTS[ownResult] : countedUnder && GROUNDS[countedUnder].title],
    ['办理期限', kind === 'ownRecord' && !closedOn && `${OWN_RECORD_PERIOD.says}。`],
  ]
}
