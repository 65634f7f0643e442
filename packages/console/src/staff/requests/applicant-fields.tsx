import { APPLICANT_KIND_IDS, APPLICANT_KINDS } from '@gongkai/law'
import { Button } from 'antd'
import { SelectField, TextField } from '../form/fields.js'
import { IDENTITIES } from '../words/request-words.js'
import { useFieldError } from './field-errors.js'
import { newPerson, type Part, type TypedPerson } from './typed-request.js'

const KINDS = APPLICANT_KIND_IDS.map(
  (kind) => [kind, `${APPLICANT_KINDS[kind].title}（${APPLICANT_KINDS[kind].holds}）`] as const,
)

/** Who asks and who acts for them. The first decides the column of Table 3. */
export function ApplicantFields({ typed, change }: Part) {
  const { people, applicantKind } = typed
  const add = (part: TypedPerson['part']) => {
    const key = Math.max(...people.map((one) => one.key)) + 1
    change({ people: [...people, newPerson(part, applicantKind, key)] })
  }
  const setKind = (kind: string) => {
    const [first, ...rest] = people
    const { idKind } = newPerson('applicant', kind, 0)
    const isUntyped = first !== undefined && first.idNumber === ''
    change({
      applicantKind: kind,
      ...(isUntyped && { people: [{ ...first, idKind }, ...rest] }),
    })
  }
  return (
    <fieldset>
      <legend>申请人</legend>
      <ApplicantKindField value={applicantKind} onChange={setKind} />
      {people.map((person, at) => (
        <PersonFields
          key={person.key}
          at={at}
          person={person}
          isBody={applicantKind !== 'person' && person.part === 'applicant'}
          onChange={(values) =>
            change({ people: people.map((one) => (one === person ? { ...one, ...values } : one)) })
          }
          onRemove={() => change({ people: people.filter((one) => one !== person) })}
        />
      ))}
      <div className="actions">
        <Button onClick={() => add('applicant')}>增加共同申请人</Button>
        <Button onClick={() => add('agent')}>增加代理人</Button>
      </div>
    </fieldset>
  )
}

/** The column of Table 3 follows from it. */
export function ApplicantKindField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (kind: string) => void
}) {
  return (
    <SelectField
      label="申请人类别"
      hint="两人以上共同申请的，以第一位为准；律师等代理人代为申请的，按委托人填写。申请人、代理人共不超过20人，超过的登记代表人，名单作为材料附上。"
      options={KINDS}
      value={value}
      onChange={onChange}
    />
  )
}

const PARTS = { applicant: '申请人', agent: '代理人' } as const

function PersonFields({
  at,
  person,
  isBody,
  onChange,
  onRemove,
}: {
  readonly at: number
  readonly person: TypedPerson
  readonly isBody: boolean
  readonly onChange: (values: Partial<TypedPerson>) => void
  readonly onRemove: () => void
}) {
  const path = `applicants.people.${at}`
  const bind = (key: Exclude<keyof TypedPerson, 'key'>) => ({
    value: person[key],
    onChange: (value: string) => onChange({ [key]: value }),
  })
  return (
    <fieldset>
      <legend>
        第{at + 1}位：{PARTS[person.part]}
      </legend>
      <div className="columns">
        <TextField
          label={isBody ? '名称' : '姓名'}
          error={useFieldError(`${path}.name`)}
          {...bind('name')}
        />
        <SelectField label="证件" options={IDENTITIES} {...bind('idKind')} />
        <TextField
          label="证件号码"
          error={useFieldError(`${path}.idNumber`)}
          {...bind('idNumber')}
        />
        {isBody && <TextField label="联系人" isOptional {...bind('contactName')} />}
        <TextField
          label="电话"
          type="tel"
          isOptional
          hint={at === 0 ? '电话、电子邮箱、通信地址至少填写一项。' : undefined}
          error={useFieldError(`${path}.phone`)}
          {...bind('phone')}
        />
        <TextField label="电子邮箱" isOptional {...bind('email')} />
        <TextField label="通信地址" isOptional {...bind('address')} />
        <TextField label="邮政编码" isOptional {...bind('postalCode')} />
      </div>
      {person.part === 'agent' && (
        <p className="about">请核验申请人签名或者盖章的授权委托书，登记后在回执页附上扫描件。</p>
      )}
      {at > 0 && (
        <Button size="small" onClick={onRemove}>
          移除第{at + 1}位
        </Button>
      )}
    </fieldset>
  )
}
