import { citationText } from '@gongkai/law'
import type { Erasure, Retention } from '@gongkai/web'
import { useEffect } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useActed } from '../router/acted.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { dayText } from '../words/authority-words.js'
import { ErasureCard } from './erasure-card.js'
import { ProposeErasurePart } from './propose-erasure.js'
import { NoRegister, useAuthorityId, useMay, WhichAuthority } from './use-authority.js'

const STOPS = {
  hold: '已保全',
  remedy: '救济尚未终结',
  letter: '有文书没有送达或者作废',
  task: '有交办事项没有办结',
  part: '分出的申请仍在保存',
  paper: '有应当告知申请人的文书没有送出，也没有注明理由',
  filing: '没有归档，或者归档后有变动',
} as const

/** So often it is looked how far an erasure is. */
const AGAIN_MS = 3000

function isUnderWay({ decision, doneAt }: Erasure): boolean {
  return decision === 'approved' && doneAt === null
}

/** 个人信息的保存期限: the rule, what is due today, what stops it, and every decision on it. */
export function RetentionPage() {
  const authorityId = useAuthorityId(useAddress().query)
  if (!authorityId) {
    return (
      <div className="sheet">
        <PageTitle title="申请中个人信息的保存" />
        <NoRegister />
      </div>
    )
  }
  return <Kept key={authorityId} authorityId={authorityId} />
}

function Kept({ authorityId }: { readonly authorityId: string }) {
  const asked = useAsk<Retention>(withQuery('/requests/retention', { authorityId }))
  const { reload } = useActed(asked)
  const isErasing = asked.value?.erasures.some(isUnderWay) ?? false
  const look = asked.reload
  useEffect(() => {
    if (!isErasing) return
    const timer = setInterval(() => look(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isErasing, look])
  return (
    <div className="sheet">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={withQuery('/console/requests', { authority: authorityId })}>依申请公开</Link>
      </nav>
      <PageTitle title="申请中个人信息的保存" />
      <WhichAuthority authorityId={authorityId} />
      <Waiting asked={asked}>
        {(view) => <Shown view={view} authorityId={authorityId} reload={reload} />}
      </Waiting>
    </div>
  )
}

type Parts = {
  readonly view: Retention
  readonly authorityId: string
  readonly reload: () => void
}

function Shown({ view, authorityId, reload }: Parts) {
  const may = useMay(authorityId)
  const isWaiting = view.erasures.some((one) => one.decision === null || isUnderWay(one))
  return (
    <>
      <Rule view={view} />
      <section aria-labelledby="due">
        <h2 id="due">到期情况</h2>
        <p>
          保存期限届满、可以清除的{view.due}件
          {stopsOf(view).map(([label, count]) => `；${label}、暂不清除的${count}件`)}。
        </p>
        <Oldest view={view} />
        {view.due > 0 && !isWaiting && may('erasure.propose') && (
          <ProposeErasurePart due={view.due} authorityId={authorityId} reload={reload} />
        )}
      </section>
      <section aria-labelledby="decisions">
        <h2 id="decisions">清除的决定</h2>
        {view.erasures.length === 0 && <p className="nothing">还没有提请过清除。</p>}
        <ol className="cards">
          {view.erasures.map((one: Erasure) => (
            <li key={one.id}>
              <ErasureCard erasure={one} mayDecide={may('erasure.decide')} reload={reload} />
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Rule({ view: { years, source, known, overBefore } }: { readonly view: Retention }) {
  return (
    <section aria-labelledby="rule">
      <h2 id="rule">保存期限</h2>
      <p>
        申请人信息、申请内容、文书和所附材料自办结的次年起保存{years}年，依据{citationText(source)}
        。今天到期的，是{dayText(overBefore)}前办结、归档且救济终结的申请。
      </p>
      {known === 'memory' && (
        <p className="about">
          这一期限尚未核实，现按最长的定期保管期限执行。本地区另有规定的，请在
          <Link to="/console/law">法定数据</Link>中核实或者更正，经另一人复核后生效，不得少于5年。
        </p>
      )}
      <p className="about">
        清除后保留：编号、渠道、申请人类别、各项日期、办理结果和文书的字号。统计表不受影响，清除的内容不能恢复。备份中的内容随备份的更替消失。
      </p>
    </section>
  )
}

function Oldest({ view: { oldest } }: { readonly view: Retention }) {
  if (oldest.length === 0) return null
  return (
    <details>
      <summary>最早的{oldest.length}件</summary>
      <ul>
        {oldest.map(({ id, number, overOn, stopped }) => (
          <li key={id}>
            <Link to={`/console/requests/${id}`}>{number}</Link>（{dayText(overOn)}
            终结{stopped && `，${STOPS[stopped]}`}）
          </li>
        ))}
      </ul>
    </details>
  )
}

function stopsOf({ stopped }: Retention): readonly (readonly [string, number])[] {
  const keys = Object.keys(STOPS) as readonly (keyof typeof STOPS)[]
  return keys.map((key) => [STOPS[key], stopped[key]] as const).filter(([, count]) => count > 0)
}
