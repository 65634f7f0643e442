import type { ReactNode } from 'react'
import { AccountPage } from '../account/account-page.js'
import { AuthoritiesPage } from '../authorities/authorities-page.js'
import { ImportPage } from '../authorities/import-page.js'
import { HomePage } from '../home/home-page.js'
import { LogPage } from '../log/log-page.js'
import { InvitePage } from '../people/invite-page.js'
import { PeoplePage } from '../people/people-page.js'
import { PersonPage } from '../people/person-page.js'
import { Link } from './link.js'
import { PageTitle } from './page-title.js'

/** A page of the console: the pages of one key stay in place while the address changes within them. */
type Page = { readonly key: string; readonly page: ReactNode }

/** The page of an address, for whoever is signed in. */
export function pageOf(path: string): Page {
  const [, , section = '', id = '', action = '', of = ''] = path.split('/')
  switch (section) {
    case '':
      return { key: 'home', page: <HomePage /> }
    case 'authorities':
      if (id === 'import') return { key: 'import', page: <ImportPage /> }
      return {
        key: 'authorities',
        page: <AuthoritiesPage id={id || null} action={action || null} />,
      }
    case 'people':
      if (id === '') return { key: 'people', page: <PeoplePage /> }
      if (id === 'invite') return { key: 'invite', page: <InvitePage /> }
      return {
        key: path,
        page: <PersonPage id={id} action={action || null} of={of || null} />,
      }
    case 'account':
      return { key: 'account', page: <AccountPage /> }
    case 'log':
      return { key: 'log', page: <LogPage /> }
    default:
      return { key: path, page: <NotFound /> }
  }
}

function NotFound() {
  return (
    <div className="sheet narrow">
      <PageTitle title="没有这个页面" />
      <p>
        网址可能有误，或者该页面已经移走。<Link to="/console">返回首页</Link>
      </p>
    </div>
  )
}
