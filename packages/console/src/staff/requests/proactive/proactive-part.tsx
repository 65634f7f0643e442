import type { ProactiveOfRequest, RelatedRequests, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { useActed } from '../../router/acted.js'
import { Link } from '../../router/link.js'
import { useMay } from '../use-authority.js'
import { ProposalCard } from './proposal-card.js'
import { ProposeDialog } from './propose-dialog.js'

/** From here on two requests ask for the same. */
const SAME = 0.6

/** 转为主动公开: what of a request may become public to everybody, what was proposed or suggested, and what became of it (第四十四条). */
export function ProactivePart({ request }: { readonly request: RequestFile }) {
  const asked = useAsk<ProactiveOfRequest>(`/requests/${request.id}/proactive`)
  const { reload } = useActed(asked)
  return (
    <section aria-labelledby="proactive">
      <h2 id="proactive">转为主动公开</h2>
      <Waiting asked={asked}>
        {(view) => <Shown request={request} view={view} reload={reload} />}
      </Waiting>
      <p className="no-print">
        <Link to={withQuery('/console/requests/proactive', { authority: request.authorityId })}>
          转为主动公开的台账
        </Link>
      </p>
    </section>
  )
}

type Parts = {
  readonly request: RequestFile
  readonly view: ProactiveOfRequest
  readonly reload: () => void
}

function Shown({ request, view: { gaveOut, files, proposals }, reload }: Parts) {
  const may = useMay(request.authorityId)
  const [opened, setOpened] = useState<'own' | 'suggested' | null>(null)
  const mayPropose = gaveOut && may('proactive.propose')
  const isWaiting = proposals.some((one) => one.state === 'proposed' && !one.suggestedOn)
  const isSuggested = proposals.some(({ suggestedOn }) => suggestedOn)
  return (
    <>
      {proposals.length === 0 && (
        <p className="nothing">
          {gaveOut
            ? '没有提请过。涉及公众利益调整、需要公众广泛知晓或者参与决策的，应当主动公开；多个申请人申请相同信息、可以公开的，可以纳入主动公开的范围。'
            : '这件申请没有公开信息，不能直接提请；不予公开的，经定期评估可以公开的再提请。'}
        </p>
      )}
      {mayPropose && proposals.length === 0 && <SeveralHint request={request} />}
      <ol className="cards">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <ProposalCard proposal={proposal} reload={reload} />
          </li>
        ))}
      </ol>
      {mayPropose && (
        <div className="actions no-print">
          {!isWaiting && <Button onClick={() => setOpened('own')}>提请转为主动公开</Button>}
          {!isSuggested && <Button onClick={() => setOpened('suggested')}>登记申请人的建议</Button>}
        </div>
      )}
      {opened && (
        <ProposeDialog
          request={request}
          files={files}
          isSuggested={opened === 'suggested'}
          onClose={() => setOpened(null)}
          reload={reload}
        />
      )}
    </>
  )
}

/** Several applicants asked for the same (第四十四条第一款). */
function SeveralHint({ request: { id } }: { readonly request: RequestFile }) {
  const { value } = useAsk<RelatedRequests>(`/requests/${id}/related`)
  const others = (value?.related ?? []).filter(
    ({ isSameApplicant, alike }) => !isSameApplicant && alike !== null && alike >= SAME,
  )
  if (others.length === 0) return null
  return (
    <p role="note">
      另有{others.length}件其他申请人的申请与这件内容相近（见
      <a href="#related">此前和相近的申请</a>
      ）。多个申请人就相同信息提出申请、可以公开的，可以纳入主动公开的范围（条例第四十四条第一款）。
    </p>
  )
}
