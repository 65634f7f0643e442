import { APPLICANT_KINDS, type ApplicantKind, CHANNELS, type Channel } from '@gongkai/law'
import type { RequestView } from '@gongkai/web'
import { PersonName } from '../people/person-name.js'
import { dayText, instantText } from '../words/authority-words.js'
import { FORMS, KINDS_OF_REQUEST, NEWS_WAYS, REGISTERED, WAYS } from '../words/request-words.js'

type Correction = RequestView['corrections'][number]

/** How the registration was put right: each time with its reason and what stood there. */
export function CorrectionsPart({ corrections }: { readonly corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">登记的更正</h2>
      <ol className="cards">
        {corrections.map((one) => (
          <li key={one.no}>
            <p>
              更正{one.changed.map((field) => `“${REGISTERED[field] ?? field}”`).join('、')}
              {one.reason && `：${one.reason}`}
            </p>
            {one.before && (
              <dl className="details">
                {one.changed.map((field) =>
                  field === 'people' ? null : (
                    <div key={field}>
                      <dt>{REGISTERED[field] ?? field}，更正前</dt>
                      <dd className="lines">{textOf(field, one.before?.[field])}</dd>
                    </div>
                  ),
                )}
              </dl>
            )}
            {one.changed.includes('people') && (
              <p className="about">更正前的申请人在“申请人”中查看。</p>
            )}
            <p className="about">
              <PersonName id={one.by} />，{instantText(one.at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A value as it was registered; the keys are those of the tables. */
function textOf(field: string, value: string | null | undefined): string {
  if (!value) return '（没有填写）'
  if (field.endsWith('On')) return dayText(value)
  if (field === 'kind') return KINDS_OF_REQUEST[value as keyof typeof KINDS_OF_REQUEST]
  if (field === 'channel') return CHANNELS[value as Channel].title
  if (field === 'applicantKind') return APPLICANT_KINDS[value as ApplicantKind].title
  if (field === 'form') return FORMS[value as keyof typeof FORMS]
  if (field === 'way') return WAYS[value as keyof typeof WAYS]
  if (field === 'news') return NEWS_WAYS[value as keyof typeof NEWS_WAYS]
  return value
}
