import type { RequestBoard } from '@gongkai/web'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { useAddress } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { NoRegister, useAuthorityId, WhichAuthority } from '../use-authority.js'
import { Count } from './workload-page.js'

/** The queues that are counted, in their order on the screen. */
const COLUMNS = {
  open: '未办结',
  arrived: '待确认收到',
  today: '今日到期',
  week: '一周内',
  overdue: '逾期',
} as const

type Column = keyof typeof COLUMNS
const KEYS = Object.keys(COLUMNS) as readonly Column[]

/** 各机关办理情况: the authority and all below it, the most overdue first; each number opens its requests. */
export function RequestBoardPage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  return (
    <div className="sheet">
      <PageTitle title="各机关办理情况" />
      {authorityId ? <Shown authorityId={authorityId} /> : <NoRegister />}
    </div>
  )
}

function Shown({ authorityId }: { readonly authorityId: string }) {
  const asked = useAsk<RequestBoard>(withQuery('/requests/board', { authorityId }))
  return (
    <>
      <WhichAuthority authorityId={authorityId} label="机关" />
      <Waiting asked={asked}>
        {({ authorities }) =>
          authorities.length === 0 ? (
            <p className="nothing">本机关和所辖机关没有未办结的申请。</p>
          ) : (
            <Board authorities={authorities} />
          )
        }
      </Waiting>
    </>
  )
}

function Board({ authorities }: Pick<RequestBoard, 'authorities'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="各机关办理情况表，可左右滚动">
      <table className="plain-table roomy">
        <caption>未办结的申请，今天的情况；没有未办结申请的机关不列</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            {KEYS.map((key) => (
              <th key={key} scope="col">
                {COLUMNS[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {authorities.map(({ authorityId, name, ...counts }) => (
            <tr key={authorityId}>
              <th scope="row">
                <Link to={withQuery('/console/requests', { authority: authorityId })}>{name}</Link>
              </th>
              {KEYS.map((queue) => (
                <td key={queue}>
                  <Count
                    count={counts[queue]}
                    to={withQuery('/console/requests', { authority: authorityId, queue })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {authorities.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              {KEYS.map((key) => (
                <td key={key}>{authorities.reduce((sum, one) => sum + one[key], 0)}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
