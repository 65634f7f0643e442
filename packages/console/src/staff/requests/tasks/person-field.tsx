import type { RequestWorkloads } from '@gongkai/web'
import { usePersonName } from '../../api/names.js'
import { Field } from '../../form/field.js'
import { useWorkload } from './use-workload.js'

export type Worker = RequestWorkloads['people'][number] & { readonly personId: string }

/** Those who work on the requests of an authority and fit. */
export function workersOf(
  workloads: RequestWorkloads | null,
  fits: (worker: Worker) => boolean,
): readonly Worker[] {
  return (workloads?.people ?? []).flatMap((one) => {
    const { personId } = one
    if (personId === null) return []
    const worker = { ...one, personId }
    return fits(worker) ? worker : []
  })
}

/** One of those who work on the requests of an authority. */
export function PersonField({
  label,
  authorityId,
  fits,
  hint,
  nobody = '请选择',
  isOptional = false,
  value,
  onChange,
}: {
  readonly label: string
  readonly authorityId: string
  readonly fits: (worker: Worker) => boolean
  readonly hint?: string
  /** What stands for nobody. */
  readonly nobody?: string
  readonly isOptional?: boolean
  readonly value: string
  readonly onChange: (personId: string) => void
}) {
  const people = workersOf(useWorkload(authorityId).value, fits)
  return (
    <Field label={label} hint={hint} isOptional={isOptional}>
      {(wired) => (
        <select
          {...wired}
          className="select"
          required={!isOptional}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{nobody}</option>
          {people.map((worker) => (
            <WorkerOption key={worker.personId} worker={worker} />
          ))}
        </select>
      )}
    </Field>
  )
}

/** Somebody who works on requests, with his section where it is said. */
export function WorkerOption({ worker: { personId, section } }: { readonly worker: Worker }) {
  const name = usePersonName(personId)
  return <option value={personId}>{section ? `${name}（${section}）` : name}</option>
}
