import type { LawData } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link, LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { mayAnywhere, useMe } from '../session/me.js'
import { datesText, dayText } from '../words/authority-words.js'
import { OverlayCard } from './overlay-card.js'

/** The law's data: what is laid over them with its source, what waits for approval, and what has yet to be confirmed. */
export function LawPage() {
  const me = useMe()
  const asked = useAsk<LawData>('/overlays')
  const mayPropose = mayAnywhere(me, 'law.propose')
  return (
    <div className="sheet">
      <PageTitle title="法规数据">
        {mayPropose && <LinkButton to="/console/law/new">提出补充</LinkButton>}
      </PageTitle>
      <p>
        放假安排、公布时限等据以计算日期的数据。新的通知可以作为补充登记，由一人提出、另一人复核，同意后即时生效。
      </p>
      <Waiting asked={asked}>
        {(data) => (
          <>
            <Overlays data={data} onChanged={() => asked.reload()} />
            <h2>随系统收录的放假安排</h2>
            <Years {...data.calendar} />
            <h2>待核实的内容</h2>
            <Values values={data.values} mayPropose={mayPropose} />
          </>
        )}
      </Waiting>
    </div>
  )
}

const PARTS = [
  ['待复核', ['proposed'], '没有等待复核的补充。'],
  ['现行的补充', ['approved'], '还没有补充，一律按系统收录的数据。'],
  ['未获同意和已撤回的', ['rejected', 'withdrawn'], ''],
] as const

function Overlays({
  data: { overlays, values },
  onChanged,
}: {
  readonly data: LawData
  readonly onChanged: () => void
}) {
  const labelOf = (key: string) =>
    datesText(values.find((value) => value.key === key)?.label ?? key)
  return PARTS.map(([title, states, nothing]) => {
    const shown = overlays.filter(({ state }) => states.some((one) => one === state))
    if (shown.length === 0 && nothing === '') return null
    return (
      <section key={title}>
        <h2>{title}</h2>
        {shown.length === 0 && <p className="nothing">{nothing}</p>}
        <ol className="cards">
          {shown.map((overlay) => (
            <OverlayCard
              key={overlay.id}
              overlay={overlay}
              labelOf={labelOf}
              onChanged={onChanged}
            />
          ))}
        </ol>
      </section>
    )
  })
}

function Years({ settledThrough, years }: LawData['calendar']) {
  return (
    <>
      <p>
        连同补充，收录到{dayText(settledThrough)}
        ；此后暂按平常周计算，所得的日期可能随新的通知移动。
      </p>
      <details>
        <summary>各年度的通知</summary>
        <ul>
          {years.toReversed().map(({ year, notice }) => (
            <li key={year}>
              {year}年：{notice}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Values({
  values,
  mayPropose,
}: {
  readonly values: LawData['values']
  readonly mayPropose: boolean
}) {
  const settled = values.filter(({ settledBy }) => settledBy !== null).length
  return (
    <>
      <p>
        这些内容收录时没有见到原文，共{values.length}项，已核实{settled}项。请对照原文核实或者更正。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="待核实的内容，可左右滚动">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">内容</th>
              <th scope="col">收录的是</th>
              <th scope="col">依据</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value.key}>
                <th scope="row">{datesText(value.label)}</th>
                <td>{presentOf(value)}</td>
                <td>{value.citation}</td>
                <td>
                  <div>{value.settledBy ? '已核实' : <span className="badge">待核实</span>}</div>
                  {mayPropose && value.settledBy === null && (
                    <div>
                      <Link to={`/console/law/new?key=${encodeURIComponent(value.key)}`}>
                        核实<span className="hidden">：{datesText(value.label)}</span>
                      </Link>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** Days by their number: the notice names each of them. */
function presentOf({ fields }: LawData['values'][number]): string {
  return fields
    .filter(({ value }) => value !== '')
    .map(({ label, kind, value }) => {
      return `${label}：${kind === 'days' ? `${value.split(' ').length}日` : datesText(value)}`
    })
    .join('；')
}
