import { APPLICANT_KINDS, CHANNELS, type ClockStep, GROUNDS, REMEDY_RESULTS } from '@gongkai/law'
import { partText } from '../../words/words.js'
import { AuthorityName } from '../authorities/authority-name.js'
import { PERSON_STATES } from '../people/people-words.js'
import { PersonName } from '../people/person-name.js'
import { roleName, useRoles } from '../people/roles.js'
import { DETAIL_KEYS, dayText, detailText, instantText } from '../words/authority-words.js'
import { PERSON_DATA, PERSON_KEYS } from '../words/event-words.js'
import { PROCEDURES, REMEDY_TITLES } from '../words/remedy-words.js'
import { loggedStep, PURPOSES, STAGES } from '../words/request-words.js'
import { labelOf } from './event-detail.js'

const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/
/** Ids of what has no name of its own. */
const NAMELESS = /^(?:job|import|item|token|assignment|deputation|waiver|remark)(?:Id)?s?$/
const DAY = /^\d{4}-\d\d-\d\d$/
const INSTANT = /^\d{4}-\d\d-\d\dT/

/** A value of an event in words. */
export function DetailValue({ of, value }: { readonly of: string; readonly value: unknown }) {
  if (value === null || value === undefined || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return <Text of={of} text={value} />
  if (Array.isArray(value)) return <Several of={of} values={value} />
  // What `requestStepRecorded` and its like tell.
  if (of === 'step') return loggedStep(value as ClockStep)
  if (of === 'stage') return stageText(value as { before: string; after: string })
  if (typeof value === 'object') return <Inner values={value} />
  return `${value}`
}

/** Choices of a request, by the key that they stand under. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: titlesOf(CHANNELS),
  applicantKind: titlesOf(APPLICANT_KINDS),
  purpose: PURPOSES,
  kind: REMEDY_TITLES,
  ground: titlesOf(GROUNDS),
  result: titlesOf(REMEDY_RESULTS),
  procedure: PROCEDURES,
}

function titlesOf(table: Readonly<Record<string, { readonly title: string }>>) {
  return Object.fromEntries(Object.entries(table).map(([key, { title }]) => [key, title]))
}

function stageText({ before, after }: { readonly before: string; readonly after: string }): string {
  const words: Readonly<Record<string, string>> = STAGES
  const [was, is] = [words[before] ?? before, words[after] ?? after]
  return was === is ? is : `由“${was}”转为“${is}”`
}

function Text({ of, text }: { readonly of: string; readonly text: string }) {
  const roles = useRoles()
  if (ID.test(text) && !NAMELESS.test(of)) {
    return PERSON_KEYS.includes(of) ? <PersonName id={text} /> : <AuthorityName id={text} />
  }
  if (of === 'textsChanged') return partText(text)
  if (of === 'changed') return PERSON_DATA[text] ?? text
  const word = CHOICES[of]?.[text]
  if (word) return word
  if (of === 'role') return roleName(roles, text)
  if (of === 'value') return PERSON_STATES[text] ?? (DAY.test(text) ? dayText(text) : text)
  if (INSTANT.test(text)) return instantText(text)
  if (DAY.test(text)) return dayText(text)
  const key = DETAIL_KEYS.find((one) => one === of)
  return key ? detailText(key, text) : text
}

function Several({ of, values }: { readonly of: string; readonly values: readonly unknown[] }) {
  if (values.length === 0) return '没有'
  // Assignments have ids alone: how many there are is what can be said.
  if (of === 'assignments') return `${values.length}项`
  if (of === 'events') return `${values.length}条`
  return (
    <ul>
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          <DetailValue of={of} value={value} />
        </li>
      ))}
    </ul>
  )
}

/** What is named is called by its name; of all else, whatever is stated. */
function Inner({ values }: { readonly values: object }) {
  const entries = Object.entries(values).filter(([, value]) => value !== null)
  const named = 'id' in values && 'name' in values ? `${values.name}` : null
  if (named !== null) return named
  return (
    <ul>
      {entries.map(([key, value]) => (
        <li key={key}>
          {labelOf(key)}：<DetailValue of={key} value={value} />
        </li>
      ))}
    </ul>
  )
}
