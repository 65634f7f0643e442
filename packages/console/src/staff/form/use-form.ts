import { useCallback, useState } from 'react'

/** The values of a form, and how each is set. */
export function useForm<T extends Readonly<Record<string, string>>>(initial: T) {
  const [values, setValues] = useState(initial)
  const bind = useCallback(
    (key: keyof T & string) => ({
      value: values[key] ?? '',
      onChange: (value: string) => setValues((before) => ({ ...before, [key]: value })),
    }),
    [values],
  )
  return { values, bind, setValues }
}
