import { AuthorityName } from '../authorities/authority-name.js'
import { PersonName } from '../people/person-name.js'
import { Link } from '../router/link.js'
import { SUBJECTS } from '../words/event-words.js'

/** The thing that an event is about, by its name and with its page where it has one. */
export function SubjectName({ kind, id }: { readonly kind: string; readonly id: string }) {
  if (kind === 'authority') {
    return (
      <Link to={`/console/authorities/${id}`}>
        <AuthorityName id={id} />
      </Link>
    )
  }
  if (kind === 'person') {
    return (
      <Link to={`/console/people/${id}`}>
        <PersonName id={id} />
      </Link>
    )
  }
  if (kind === 'report' || kind === 'collection' || kind === 'request') {
    return <Link to={`/console/${kind}s/${id}`}>{SUBJECTS[kind]}</Link>
  }
  return SUBJECTS[kind] ?? kind
}
