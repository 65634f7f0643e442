import type { AuthorityFile } from '@gongkai/web'
import { useEffect, useRef } from 'react'
import { hasMoved } from '../router/address.js'
import { Link, LinkButton } from '../router/link.js'
import { type Action, mayAnywhere, mayAt, useMe } from '../session/me.js'
import { DETAIL_KEYS, DETAIL_LABELS, dayText, detailText } from '../words/authority-words.js'
import { HistoryList } from './history-list.js'

/** All that is registered of one authority, and what may be done with it. */
export function AuthorityPanel({ file }: { readonly file: AuthorityFile }) {
  const { authority, superiors, subordinates, series } = file
  const ref = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another authority is another page
  useEffect(() => {
    if (hasMoved()) ref.current?.focus()
  }, [authority.id])
  const filled = DETAIL_KEYS.filter((key) => key !== 'name' && authority[key])
  return (
    <article className="sheet" aria-labelledby="authority-name">
      <nav aria-label="上级机关" className="crumbs">
        {superiors.map(({ id, name }) => (
          <Link key={id} to={`/console/authorities/${id}`}>
            {name}
          </Link>
        ))}
      </nav>
      <h2 id="authority-name" ref={ref} tabIndex={-1}>
        {authority.name}
      </h2>
      {authority.dissolvedOn && <p className="badge">已于{dayText(authority.dissolvedOn)}撤销</p>}
      <Actions file={file} />
      <dl className="details">
        {filled.map((key) => (
          <div key={key}>
            <dt>{DETAIL_LABELS[key]}</dt>
            <dd>{detailText(key, authority[key])}</dd>
          </div>
        ))}
        {series.length > 0 && (
          <div>
            <dt>发文字号</dt>
            <dd>{series.map(({ code, purpose }) => `${code}（${purpose}）`).join('、')}</dd>
          </div>
        )}
        <div>
          <dt>下级机关</dt>
          <dd>{subordinates}个</dd>
        </div>
      </dl>
      <h3>沿革</h3>
      <HistoryList file={file} />
    </article>
  )
}

const REORGANISE = { rename: '更名', move: '划转', merge: '合并', split: '分设', dissolve: '撤销' }

function Actions({ file: { authority } }: { readonly file: AuthorityFile }) {
  const me = useMe()
  const { id, path, parentId, dissolvedOn } = authority
  const base = `/console/authorities/${id}`
  const may = (action: Action) => dissolvedOn === null && mayAt(me, action, path)
  // The root of the region stays where it is.
  const possible = Object.entries(REORGANISE).filter(
    ([kind]) => parentId !== null || kind === 'rename' || kind === 'split',
  )
  return (
    <div className="actions">
      {may('authority.change') && <LinkButton to={`${base}/change`}>更正信息</LinkButton>}
      {may('authority.add') && <LinkButton to={`${base}/add`}>增加下级机关</LinkButton>}
      {may('authority.reorganise') &&
        possible.map(([kind, label]) => (
          <LinkButton key={kind} to={`${base}/${kind}`}>
            {label}
          </LinkButton>
        ))}
      {parentId === null && may('region.change') && (
        <LinkButton to={`${base}/region`}>地区名称、代码</LinkButton>
      )}
      {mayAt(me, 'person.read', path) && (
        <Link to={`/console/people?authorityId=${id}`}>查看人员</Link>
      )}
      {mayAnywhere(me, 'event.read') && (
        <Link to={`/console/log?subjectKind=authority&subjectId=${id}`}>查看记录</Link>
      )}
    </div>
  )
}
