import type { MovedRequests, RequestWorkloads } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { withQuery } from '../../api/path.js'
import { ActionForm } from '../../form/action-form.js'
import { ReasonField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { Waiting } from '../../form/waiting.js'
import { PersonName } from '../../people/person-name.js'
import { useAddress } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { say } from '../../router/said.js'
import { NoRegister, useAuthorityId, useMay, WhichAuthority } from '../use-authority.js'
import { PersonField } from './person-field.js'
import { useWorkload } from './use-workload.js'

type One = RequestWorkloads['people'][number]
const COLUMNS = ['open', 'today', 'week', 'overdue'] as const

/** 承办情况: how much each has to do; all of it goes over to another in one act. */
export function WorkloadPage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  return (
    <div className="sheet">
      <PageTitle title="承办情况" />
      {authorityId ? <Shown authorityId={authorityId} /> : <NoRegister />}
    </div>
  )
}

function Shown({ authorityId }: { readonly authorityId: string }) {
  const asked = useWorkload(authorityId)
  const mayHandle = useMay(authorityId)('request.handle')
  const [from, setFrom] = useState<string | null>(null)
  return (
    <>
      <WhichAuthority authorityId={authorityId} />
      <Waiting asked={asked}>
        {({ people }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className="scroll" tabIndex={0} aria-label="承办情况表，可左右滚动">
            <table className="plain-table roomy">
              <caption>未办结的申请和待答复的交办事项，今天的情况</caption>
              <thead>
                <tr>
                  <th scope="col" rowSpan={2}>
                    人员
                  </th>
                  <th scope="col" rowSpan={2}>
                    科室
                  </th>
                  <th scope="colgroup" colSpan={4}>
                    承办的申请
                  </th>
                  <th scope="colgroup" colSpan={4}>
                    交办的事项
                  </th>
                  {mayHandle && (
                    <th scope="col" rowSpan={2}>
                      移交
                    </th>
                  )}
                </tr>
                <tr>
                  {['requests', 'tasks'].flatMap((what) =>
                    [what === 'requests' ? '未办结' : '待答复', '今日到期', '一周内', '逾期'].map(
                      (label) => (
                        <th key={what + label} scope="col">
                          {label}
                        </th>
                      ),
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {people.toSorted(bySection).map((one) => (
                  <Row
                    key={one.personId ?? ''}
                    one={one}
                    authorityId={authorityId}
                    onHandOver={mayHandle ? setFrom : null}
                  />
                ))}
              </tbody>
            </table>
            {people.length === 0 && <p className="nothing">本机关还没有办理依申请公开的人员。</p>}
          </section>
        )}
      </Waiting>
      {from && (
        <HandOverDialog
          authorityId={authorityId}
          from={from}
          onClose={() => setFrom(null)}
          reload={() => asked.reload()}
        />
      )}
    </>
  )
}

function Row({
  one: { personId, isHere, section, requests, tasks },
  authorityId,
  onHandOver,
}: {
  readonly one: One
  readonly authorityId: string
  readonly onHandOver: ((personId: string) => void) | null
}) {
  const handler = personId ?? 'none'
  return (
    <tr>
      <th scope="row">
        {personId ? <PersonName id={personId} /> : '无人承办'}
        {personId && !isHere && <span className="badge">已没有这项职责</span>}
      </th>
      <td>
        {section && (
          <Link to={withQuery('/console/requests', { authority: authorityId, section })}>
            {section}
          </Link>
        )}
      </td>
      {COLUMNS.map((queue) => (
        <td key={queue}>
          <Count
            count={requests[queue]}
            to={withQuery('/console/requests', { authority: authorityId, handler, queue })}
          />
        </td>
      ))}
      {COLUMNS.map((queue) => (
        <td key={queue}>
          <Count
            count={tasks[queue]}
            to={withQuery('/console/requests/tasks', {
              ...{ authority: authorityId, person: personId, queue },
            })}
          />
        </td>
      ))}
      {onHandOver && (
        <td>
          {personId && requests.open + tasks.open > 0 && (
            <Button size="small" onClick={() => onHandOver(personId)}>
              移交
              <span className="hidden">
                <PersonName id={personId} />
                承办的申请
              </span>
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}

/** The people of a section together, those of none last. */
function bySection(a: One, b: One): number {
  if (a.section === b.section) return 0
  if (a.section === null || b.section === null) return a.section === null ? 1 : -1
  return a.section < b.section ? -1 : 1
}

/** A number that opens what it counts. */
export function Count({ count, to }: { readonly count: number; readonly to: string }) {
  return count === 0 ? <>0</> : <Link to={to}>{`${count}`}</Link>
}

function HandOverDialog({
  authorityId,
  from,
  onClose,
  reload,
}: {
  readonly authorityId: string
  readonly from: string
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ to: '', reason: '' })
  const body = { authorityId, from, ...values }
  return (
    <Dialog title="移交承办的申请" onClose={onClose}>
      <ActionForm
        submit="移交"
        onBack={onClose}
        send={() => call<MovedRequests>('POST', '/requests/hand-over', { body })}
        onDone={({ requests, tasks }) => {
          onClose()
          reload()
          say(`已移交${requests}件申请、${tasks}项交办事项，并已通知接收人。`)
        }}
      >
        <p>
          <PersonName id={from} />
          承办的全部未办结申请，以及没有答复的交办事项，改由接收人承办。
        </p>
        <PersonField
          label="接收人"
          authorityId={authorityId}
          fits={({ personId, isHandler }) => isHandler && personId !== from}
          {...bind('to')}
        />
        <ReasonField hint="例如：岗位调整。将写入记录。" {...bind('reason')} />
      </ActionForm>
    </Dialog>
  )
}
