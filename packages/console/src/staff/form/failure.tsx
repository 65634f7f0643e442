import { useEffect, useRef } from 'react'
import type { Refused } from '../api/call.js'
import { fieldLabel } from '../words/field-words.js'

/** Why nothing came of it and what to do. It takes the focus, so that it is not overlooked. */
export function Failure({ refused }: { readonly refused: Refused | null }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused) ref.current?.focus()
  }, [refused])
  if (!refused) return null
  return (
    <div ref={ref} className="failure-box" role="alert" tabIndex={-1}>
      {refused.fields ? <WrongFields fields={refused.fields} /> : <p>{refused.message}</p>}
    </div>
  )
}

function WrongFields({ fields }: { readonly fields: NonNullable<Refused['fields']> }) {
  return (
    <>
      <p>填写的内容有误，请改正后重新提交：</p>
      <ul>
        {fields.map(({ field, message }) => (
          <li key={field}>
            {fieldLabel(field)}：{message}
          </li>
        ))}
      </ul>
    </>
  )
}
