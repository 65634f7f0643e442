import type { AuthorityPage } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { Total } from '../router/total.js'
import { dayText } from '../words/authority-words.js'

const MOST = 200

/** The authorities that are there no more, under the name they had last. */
export function DissolvedList({ search }: { readonly search: string }) {
  const asked = useAsk<AuthorityPage>(
    withQuery('/authorities', { state: 'dissolved', q: search.trim(), limit: MOST, total: 'true' }),
  )
  return (
    <Waiting asked={asked}>
      {({ lines, next, total }) => (
        <>
          <Total total={total} unit="个" />
          <ul className="plain-list">
            {lines.map(({ id, name, dissolvedOn }) => (
              <li key={id}>
                <Link to={`/console/authorities/${id}?state=dissolved`}>{name}</Link>
                <span className="about">{dissolvedOn && `${dayText(dissolvedOn)}撤销`}</span>
              </li>
            ))}
          </ul>
          {lines.length === 0 && <p className="nothing">没有已撤销的机关。</p>}
          {next && <p className="about">只列出前{MOST}个。请按名称查找。</p>}
        </>
      )}
    </Waiting>
  )
}
