import type { AuthorityFile, AuthorityPage } from '@gongkai/web'
import { Input } from 'antd'
import { allPages } from '../api/list-file.js'
import { useAsk } from '../api/use-ask.js'
import { ExportButton } from '../form/export-button.js'
import { Waiting } from '../form/waiting.js'
import { setQuery, useAddress } from '../router/address.js'
import { Link, LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Total } from '../router/total.js'
import { mayAnywhere, useMe } from '../session/me.js'
import { KINDS, LEVELS } from '../words/authority-words.js'
import { ActionPage } from './action-page.js'
import { AuthorityPanel } from './authority-panel.js'
import { DissolvedList } from './dissolved-list.js'
import { useRegister } from './register.js'
import { Tree } from './tree.js'

/** The tree of the authorities, and beside it the one that is open. */
export function AuthoritiesPage({
  id,
  action,
}: {
  readonly id: string | null
  /** What is done with it; null where it is only shown. */
  readonly action: string | null
}) {
  const me = useMe()
  const { nodes, asked, pathOf, nameOf } = useRegister()
  const { query } = useAddress()
  const file = useAsk<AuthorityFile>(id && `/authorities/${id}`)
  const search = query.get('q') ?? ''
  const tail = search && `?q=${encodeURIComponent(search)}`
  const isDissolved = query.get('state') === 'dissolved'
  return (
    <>
      <PageTitle
        title="机关"
        windowTitle={file.value ? `${file.value.authority.name} — 机关` : '机关'}
      >
        {mayAnywhere(me, 'authority.add') && (
          <LinkButton to="/console/authorities/import">从 Excel 导入</LinkButton>
        )}
        <ExportButton name="机关" head={HEAD} load={() => rowsOf(search, isDissolved, nameOf)} />
      </PageTitle>
      <div className={id ? 'split chosen' : 'split'}>
        <section className="sheet tree-pane" aria-label="机关树">
          <search className="tree-search">
            <Input
              type="search"
              aria-label="按名称查找机关"
              placeholder="按名称查找"
              allowClear
              value={search}
              onChange={({ target }) => setQuery({ q: target.value }, 'replace')}
            />
          </search>
          {isDissolved ? (
            <DissolvedList search={search} />
          ) : (
            <Waiting asked={asked}>
              {({ isComplete }) => (
                <>
                  <Total total={isComplete && search === '' ? nodes.length : null} unit="个" />
                  {!isComplete && <p className="about">机关较多，只列出一部分。请按名称查找。</p>}
                  <Tree
                    nodes={nodes}
                    search={search}
                    chosen={id}
                    path={id ? pathOf(id) : []}
                    hrefOf={(one) => `/console/authorities/${one}${tail}`}
                  />
                </>
              )}
            </Waiting>
          )}
          <p>
            <button
              type="button"
              className="link"
              onClick={() => setQuery({ state: isDissolved ? '' : 'dissolved' })}
            >
              {isDissolved ? '显示现有机关' : '显示已撤销的机关'}
            </button>
          </p>
        </section>
        <div className="detail-pane">
          {id && (
            <p className="only-narrow">
              <Link to={`/console/authorities${tail}`}>返回机关树</Link>
            </p>
          )}
          {id ? (
            <Waiting asked={file}>
              {(value) =>
                action ? (
                  <ActionPage
                    key={action}
                    action={action}
                    file={value}
                    reload={() => file.reload(true)}
                  />
                ) : (
                  <AuthorityPanel file={value} />
                )
              }
            </Waiting>
          ) : (
            <p className="nothing only-wide">请在左侧选择机关，查看其登记信息和沿革。</p>
          )}
        </div>
      </div>
    </>
  )
}

const HEAD = ['机关名称', '上级机关', '类型', '层级', '统一社会信用代码', '撤销日期']

/** The authorities as they are searched for, for a file: those that are there, or those that are not any more. */
async function rowsOf(search: string, isDissolved: boolean, nameOf: (id: string) => string | null) {
  const asked = { q: search.trim(), state: isDissolved ? 'dissolved' : 'existing' }
  const pages = await allPages<AuthorityPage>('/authorities', asked)
  if (!pages.ok) return pages
  const rows = pages.value
    .flatMap(({ lines }) => lines)
    .map(({ name, parentId, kind, level, creditCode, dissolvedOn }) => [
      ...[name, (parentId && nameOf(parentId)) ?? '', KINDS[kind] ?? kind, LEVELS[level] ?? level],
      ...[creditCode ?? '', dissolvedOn ?? ''],
    ])
  return { ok: true, value: rows } as const
}
