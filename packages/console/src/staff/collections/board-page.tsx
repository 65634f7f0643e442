import type { Board } from '@gongkai/web'
import { useState } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { Waiting } from '../form/waiting.js'
import { LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { useRemembered } from '../router/remembered.js'
import { mayAt, useMe } from '../session/me.js'
import { AddAuthoritiesDialog } from './add-authorities-dialog.js'
import { BoardActions } from './board-actions.js'
import { BoardFilters } from './board-filters.js'
import { BoardTable } from './board-table.js'

/** How far every authority of a year is; what is asked for stands in the address. */
export function BoardPage({ id }: { readonly id: string }) {
  const me = useMe()
  const { pathOf } = useRegister()
  const query = useRemembered(me.person.id)
  const [isAdding, setAdding] = useState(false)
  const asked = useAsk<Board>(boardPath(`/collections/${id}/board`, query))
  const collection = asked.value?.collection
  const title = collection ? `${collection.reportYear}年度报告工作` : '年度报告工作'
  const may = collection ? mayAt(me, 'collection.open', pathOf(collection.authorityId)) : false
  return (
    <div className="sheet">
      <PageTitle title={title}>
        {may && (
          <button type="button" className="link-button" onClick={() => setAdding(true)}>
            增加机关
          </button>
        )}
        <LinkButton to={`/console/collections/${id}/consolidation`}>汇总</LinkButton>
      </PageTitle>
      <Waiting asked={asked}>
        {({ rows, next, counts, collection: of }) => (
          <>
            {of.instructions && (
              <details>
                <summary>编制要求</summary>
                <p className="lines">{of.instructions}</p>
              </details>
            )}
            <BoardFilters counts={counts} query={query} />
            <BoardActions
              id={id}
              mayCheck={may}
              onChecked={asked.reload}
              exportPath={boardPath(`/collections/${id}/board.xlsx`, query)}
            />
            <BoardTable rows={rows} />
            <Pager next={next} name="after" />
            {isAdding && (
              <AddAuthoritiesDialog
                collection={of}
                onClose={() => setAdding(false)}
                onDone={() => {
                  setAdding(false)
                  asked.reload()
                }}
              />
            )}
          </>
        )}
      </Waiting>
    </div>
  )
}

const KEYS = ['q', 'state', 'late', 'checksFailed', 'sort', 'after'] as const

function boardPath(path: string, query: URLSearchParams): string {
  return withQuery(path, Object.fromEntries(KEYS.map((key) => [key, query.get(key)])))
}
