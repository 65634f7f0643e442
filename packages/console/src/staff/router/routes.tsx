import type { ReactNode } from 'react'
import { AccountPage } from '../account/account-page.js'
import { AuthoritiesPage } from '../authorities/authorities-page.js'
import { ImportPage } from '../authorities/import-page.js'
import { BoardPage } from '../collections/board-page.js'
import { CollectionsPage } from '../collections/collections-page.js'
import { ConsolidationPage } from '../collections/consolidation-page.js'
import { OpenYearPage } from '../collections/open-year-page.js'
import { FeesPage } from '../fees/fees-page.js'
import { HomePage } from '../home/home-page.js'
import { JobsPage } from '../jobs/jobs-page.js'
import { LogPage } from '../log/log-page.js'
import { NoticesPage } from '../notices/notices-page.js'
import { LawPage } from '../overlays/law-page.js'
import { ProposePage } from '../overlays/propose-page.js'
import { PastItemPage } from '../past/past-item-page.js'
import { PastPageView } from '../past/past-page.js'
import { InvitePage } from '../people/invite-page.js'
import { PeoplePage } from '../people/people-page.js'
import { PersonPage } from '../people/person-page.js'
import { CorrectRemedyPage } from '../remedies/correct-page.js'
import { CountedRemediesPage } from '../remedies/counted-page.js'
import { NewRemedyPage } from '../remedies/new-remedy-page.js'
import { RemediesPage } from '../remedies/remedies-page.js'
import { RemedyPage } from '../remedies/remedy-page.js'
import { ComparePage } from '../reports/compare-page.js'
import { OwnSharePage } from '../reports/own-share-page.js'
import { ReportPage } from '../reports/report-page.js'
import { ReportsPage } from '../reports/reports-page.js'
import { CorrectPage } from '../requests/correct-page.js'
import { CountedPage } from '../requests/counted-page.js'
import { CountsPage } from '../requests/counts-page.js'
import { ImportRequestsPage } from '../requests/import-page.js'
import { DraftPage } from '../requests/letters/draft-page.js'
import { LetterPage } from '../requests/letters/letter-page.js'
import { MaterialPage } from '../requests/materials/material-page.js'
import { NewRequestPage } from '../requests/new-request-page.js'
import { ProactivePage } from '../requests/proactive/proactive-page.js'
import { ReadingsPage } from '../requests/readings/readings-page.js'
import { ReevaluationsPage } from '../requests/reevaluation/reevaluations-page.js'
import { RequestPage } from '../requests/request-page.js'
import { RequestsPage } from '../requests/requests-page.js'
import { RetentionPage } from '../requests/retention-page.js'
import { SplitPage } from '../requests/split-page.js'
import { RequestBoardPage } from '../requests/tasks/board-page.js'
import { TasksPage } from '../requests/tasks/tasks-page.js'
import { WorkloadPage } from '../requests/tasks/workload-page.js'
import { NewTokenPage } from '../tokens/new-token-page.js'
import { TokensPage } from '../tokens/tokens-page.js'
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
    case 'collections':
      if (id === '') return { key: 'collections', page: <CollectionsPage /> }
      if (id === 'new') return { key: 'open-year', page: <OpenYearPage /> }
      if (action === 'consolidation') return { key: path, page: <ConsolidationPage id={id} /> }
      return { key: path, page: <BoardPage id={id} /> }
    case 'reports':
      if (id === '') return { key: 'reports', page: <ReportsPage /> }
      if (action === 'own-share') return { key: path, page: <OwnSharePage id={id} /> }
      if (action === 'compare') return { key: path, page: <ComparePage id={id} /> }
      return { key: path, page: <ReportPage id={id} /> }
    case 'requests':
      if (id === '') return { key: 'requests', page: <RequestsPage /> }
      if (id === 'new') return { key: 'new-request', page: <NewRequestPage /> }
      if (id === 'import') return { key: 'import-requests', page: <ImportRequestsPage /> }
      if (id === 'tasks') return { key: 'tasks', page: <TasksPage /> }
      if (id === 'board') return { key: 'board', page: <RequestBoardPage /> }
      if (id === 'workload') return { key: 'workload', page: <WorkloadPage /> }
      if (id === 'retention') return { key: 'retention', page: <RetentionPage /> }
      if (id === 'proactive') return { key: 'proactive', page: <ProactivePage /> }
      if (id === 'reevaluations') return { key: 'reevaluations', page: <ReevaluationsPage /> }
      if (id === 'readings') return { key: 'readings', page: <ReadingsPage /> }
      if (id === 'fees') return { key: 'fees', page: <FeesPage /> }
      if (id === 'counts') return { key: 'counts', page: <CountsPage /> }
      if (id === 'counted') return { key: 'counted', page: <CountedPage /> }
      if (action === 'correct') return { key: path, page: <CorrectPage id={id} /> }
      if (action === 'split') return { key: path, page: <SplitPage id={id} /> }
      if (action === 'letters') return letterRoute(path, id, of)
      if (action === 'materials')
        return { key: path, page: <MaterialPage requestId={id} materialId={of} /> }
      return { key: path, page: <RequestPage id={id} /> }
    case 'remedies':
      if (id === '') return { key: 'remedies', page: <RemediesPage /> }
      if (id === 'new') return { key: 'new-remedy', page: <NewRemedyPage /> }
      if (id === 'counted') return { key: 'counted-remedies', page: <CountedRemediesPage /> }
      if (action === 'correct') return { key: path, page: <CorrectRemedyPage id={id} /> }
      return { key: path, page: <RemedyPage id={id} /> }
    case 'past':
      return id === ''
        ? { key: 'past', page: <PastPageView /> }
        : { key: path, page: <PastItemPage id={id} /> }
    case 'law':
      return id === 'new'
        ? { key: 'propose', page: <ProposePage /> }
        : { key: 'law', page: <LawPage /> }
    case 'notices':
      return { key: 'notices', page: <NoticesPage /> }
    case 'jobs':
      return { key: 'jobs', page: <JobsPage /> }
    case 'account':
      return { key: 'account', page: <AccountPage /> }
    case 'tokens':
      return id === 'new'
        ? { key: 'new-token', page: <NewTokenPage /> }
        : { key: 'tokens', page: <TokensPage /> }
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

function letterRoute(path: string, requestId: string, letterId: string): Page {
  if (letterId === 'new')
    return { key: path, page: <DraftPage requestId={requestId} letterId={null} /> }
  return path.endsWith('/edit')
    ? { key: path, page: <DraftPage requestId={requestId} letterId={letterId} /> }
    : { key: path, page: <LetterPage requestId={requestId} letterId={letterId} /> }
}
