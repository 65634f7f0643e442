import type { PeoplePage as Page } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { SearchForm } from '../form/search-form.js'
import { Waiting } from '../form/waiting.js'
import { setQuery, useAddress } from '../router/address.js'
import { LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { mayAnywhere, reachOf, useMe } from '../session/me.js'
import { PeopleTable } from './people-table.js'

/** The people of an authority and of those below it; what is asked for stands in the address. */
export function PeoplePage() {
  const me = useMe()
  const { query } = useAddress()
  const [own = ''] = reachOf(me, 'person.read')
  const authorityId = query.get('authorityId') ?? own
  const q = query.get('q') ?? ''
  const asked = useAsk<Page>(
    authorityId ? withQuery('/people', { authorityId, q, after: query.get('after') }) : null,
  )
  return (
    <div className="sheet">
      <PageTitle title="人员">
        {mayAnywhere(me, 'person.invite') && (
          <LinkButton to="/console/people/invite">邀请人员</LinkButton>
        )}
      </PageTitle>
      <Search key={`${authorityId} ${q}`} authorityId={authorityId} q={q} />
      {authorityId === '' ? (
        <p className="nothing">您目前没有职责，不能查看人员。</p>
      ) : (
        <Waiting asked={asked}>
          {({ people, next }) => (
            <>
              <PeopleTable people={people} />
              <Pager next={next} name="after" />
            </>
          )}
        </Waiting>
      )}
    </div>
  )
}

function Search({ authorityId, q }: { readonly authorityId: string; readonly q: string }) {
  return (
    <SearchForm
      label="姓名或者登录名"
      q={q}
      before={
        <AuthorityPicker
          label="机关（含下级）"
          value={authorityId}
          onChange={(id) => setQuery({ authorityId: id, after: '' })}
        />
      }
    />
  )
}
