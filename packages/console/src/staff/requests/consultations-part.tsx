import type { RequestView } from '@gongkai/web'
import { dayText, todayInChina } from '../words/authority-words.js'
import { dueText } from '../words/report-words.js'
import { CONSULTED } from '../words/request-words.js'

type Consultation = RequestView['consultations'][number]

/** What is out and whose arrival nobody recorded: no day ends the waiting until that is done. */
export function EndlessPart({ view: { endless } }: { readonly view: RequestView }) {
  if (endless.length === 0) return null
  return (
    <div role="note" className="endless">
      {endless.map(({ kind, consultation, from }) => (
        <p key={`${kind} ${consultation ?? ''}`}>
          <strong>待核实送达：</strong>
          {kind === 'fee' &&
            '收费通知已发出，没有登记申请人收到的日期，缴费期限无从起算。请查询投递情况，登记“申请人收到收费通知”。'}
          {kind === 'otherAuthority' &&
            `征求意见书（${consultation}）已发给其他机关，没有约定答复的期限，答复期限自${dayText(from)}起一直不计算。请催询，收到后登记“收到意见”。`}
          {(kind === 'thirdParty' || kind === 'coMaker') &&
            `征求意见书（${consultation}）已发出，没有登记对方收到的日期，十五个工作日无从起算。请查询投递情况，登记“被征求意见方收到来函”。`}
        </p>
      ))}
    </div>
  )
}

/** 征求意见: everybody who was asked on a request, and how far each is. */
export function ConsultationsPart({ view: { consultations } }: { readonly view: RequestView }) {
  if (consultations.length === 0) return null
  return (
    <section aria-labelledby="consultations">
      <h2 id="consultations">征求意见</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="征求意见的进展，可左右滚动">
        <table className="plain-table roomy">
          <caption>征求意见书的发出、送达、届满和意见</caption>
          <thead>
            <tr>
              <th scope="col">征求意见书</th>
              <th scope="col">对象</th>
              <th scope="col">发出</th>
              <th scope="col">对方收到</th>
              <th scope="col">届满</th>
              <th scope="col">意见</th>
            </tr>
          </thead>
          <tbody>
            {consultations.map((one) => (
              <tr key={one.consultation}>
                <th scope="row">{one.consultation}</th>
                <td>{CONSULTED[one.whom]}</td>
                <td>{dayText(one.sentOn)}</td>
                <td>{one.arrivedOn ? dayText(one.arrivedOn) : '没有登记'}</td>
                <td>{one.limit ? dayText(one.limit) : '—'}</td>
                <td>{opinion(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function opinion({ opinionOn, limit, isOpen, whom }: Consultation): string {
  const today = todayInChina()
  if (opinionOn) return `${dayText(opinionOn)}收到${limit && opinionOn > limit ? '，已过期' : ''}`
  if (!isOpen) return '没有收到'
  if (!limit || today <= limit) return limit ? `等待（${dueText(limit, today)}）` : '等待'
  return `逾期未答复${whom === 'thirdParty' ? '，由本机关决定' : whom === 'coMaker' ? '，视为同意公开' : ''}`
}
