import type { PeoplePage as Page } from '@gongkai/web'
import { allPages } from '../api/list-file.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { ExportButton } from '../form/export-button.js'
import { SearchForm } from '../form/search-form.js'
import { Waiting } from '../form/waiting.js'
import { setQuery } from '../router/address.js'
import { LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { useRemembered } from '../router/remembered.js'
import { Total } from '../router/total.js'
import { mayAnywhere, reachOf, useMe } from '../session/me.js'
import { PeopleTable } from './people-table.js'
import { PERSON_STATES } from './people-words.js'
import { roleName, useRoles } from './roles.js'

/** The people of an authority and of those below it; what is asked for stands in the address. */
export function PeoplePage() {
  const me = useMe()
  const query = useRemembered(me.person.id)
  const [own = ''] = reachOf(me, 'person.read')
  const authorityId = query.get('authorityId') ?? own
  const q = query.get('q') ?? ''
  const roles = useRoles()
  const asked = useAsk<Page>(
    authorityId
      ? withQuery('/people', { authorityId, q, after: query.get('after'), total: 'true' })
      : null,
  )
  return (
    <div className="sheet">
      <PageTitle title="人员">
        {mayAnywhere(me, 'person.invite') && (
          <LinkButton to="/console/people/invite">邀请人员</LinkButton>
        )}
        {authorityId !== '' && (
          <ExportButton name="人员" head={HEAD} load={() => rowsOf({ authorityId, q }, roles)} />
        )}
      </PageTitle>
      <Search key={`${authorityId} ${q}`} authorityId={authorityId} q={q} />
      {authorityId === '' ? (
        <p className="nothing">您目前没有职责，不能查看人员。</p>
      ) : (
        <Waiting asked={asked}>
          {({ people, next, total }) => (
            <>
              <Total total={total} unit="人" />
              <PeopleTable people={people} />
              <Pager next={next} name="after" />
            </>
          )}
        </Waiting>
      )}
    </div>
  )
}

const HEAD = ['姓名', '登录名', '状态', '职责']

/** The whole list as it is narrowed, for a file; a person a line. */
async function rowsOf(
  asked: { readonly authorityId: string; readonly q: string },
  roles: ReturnType<typeof useRoles>,
) {
  const pages = await allPages<Page>('/people', asked)
  if (!pages.ok) return pages
  const rows = pages.value
    .flatMap((page) => page.people)
    .map(({ name, login, state, assignments }) => {
      const held = assignments.map(
        ({ authorityName, role }) => `${authorityName}：${roleName(roles, role)}`,
      )
      return [name, login, PERSON_STATES[state] ?? state, held.join('；')]
    })
  return { ok: true, value: rows } as const
}

function Search({ authorityId, q }: { readonly authorityId: string; readonly q: string }) {
  return (
    <SearchForm
      label="姓名、拼音或者登录名"
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
