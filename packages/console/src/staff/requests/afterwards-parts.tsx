import type { RequestFile } from '@gongkai/web'
import { useState } from 'react'
import { ProactivePart } from './proactive/proactive-part.js'
import { ReevaluationPart } from './reevaluation/reevaluation-part.js'
import { useMay } from './use-authority.js'

/** What follows an answer: what may become public to everybody, and what is looked at again, which may propose it. */
export function AfterwardsParts({ request }: { readonly request: RequestFile }) {
  const may = useMay(request.authorityId)
  const [recorded, setRecorded] = useState(0)
  return (
    <>
      {may('proactive.read') && <ProactivePart key={recorded} request={request} />}
      {may('reevaluation.record') && (
        <ReevaluationPart request={request} onRecorded={() => setRecorded((times) => times + 1)} />
      )}
    </>
  )
}
