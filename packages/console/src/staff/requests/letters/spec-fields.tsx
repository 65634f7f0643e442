import { AreaField, DayField, SelectField, TextField } from '../../form/fields.js'
import type { FieldSpec, Typed } from './typed-draft.js'

/** Fields of a form by their table. */
export function SpecFields({
  fields,
  typed,
  onChange,
}: {
  readonly fields: readonly FieldSpec[]
  readonly typed: Typed
  readonly onChange: (place: string, value: string) => void
}) {
  return fields.map(([place, label, kind, isOptional = false]) => {
    const common = {
      ...{ label, isOptional, value: typed[place] ?? '' },
      onChange: (value: string) => onChange(place, value),
    }
    if (kind === 'day') return <DayField key={place} {...common} />
    if (kind === 'area' || kind === 'lines') return <AreaField key={place} {...common} />
    if (kind === 'number') return <TextField key={place} {...common} inputMode="numeric" />
    if (kind === 'text') return <TextField key={place} {...common} />
    return <SelectField key={place} {...common} options={kind} />
  })
}
