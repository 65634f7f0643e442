import type { RequestFile, RequestFilings } from '@gongkai/web'
import { call } from '../api/call.js'
import { FileLink } from '../api/file-link.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'
import { dayText, instantText } from '../words/authority-words.js'
import { MakingProgress } from './making-progress.js'
import { versionedRequest } from './versioned.js'

type Filing = RequestFilings['filings'][number]

/** The case of a request that is over: its versions, and how it is filed. */
export function FilingPart({
  request,
  reload,
}: {
  readonly request: RequestFile
  readonly reload: () => void
}) {
  const path = `/requests/${request.id}/filings`
  const asked = useAsk<RequestFilings>(path)
  return (
    <section aria-labelledby="filing" className="no-print">
      <h2 id="filing">归档</h2>
      <Waiting asked={asked}>
        {({ filings }) => {
          const making = filings.find(({ state }) => state === 'making')
          return (
            <>
              {request.filedOn && <p>已于{dayText(request.filedOn)}归档。</p>}
              {making && <MakingProgress id={making.jobId} what="案卷" onDone={reload} />}
              {filings.length > 0 && (
                <ul className="plain-list">
                  {filings.map((one) => (
                    <li key={one.no}>
                      <FilingEntry filing={one} path={path} />
                    </li>
                  ))}
                </ul>
              )}
              {!making && !request.filedOn && (
                <FileForm request={request} isAgain={filings.length > 0} reload={reload} />
              )}
            </>
          )
        }}
      </Waiting>
    </section>
  )
}

function FilingEntry({
  filing: { no, state, askedAt, filedOn, isOutdated, printed, packed, problems },
  path,
}: {
  readonly filing: Filing
  readonly path: string
}) {
  const at = `${path}/${no}/file`
  return (
    <>
      <span>
        第{no}份，{filedOn ? `${dayText(filedOn)}归档` : `${instantText(askedAt)}办理`}
        {state === 'failed' && '，没有生成'}
        {isOutdated && '；此后又有变动'}
      </span>
      {printed && packed && (
        <span className="actions">
          <FileLink path={`${at}?which=printed`} name={printed.name}>
            下载案卷（PDF/A）<span className="hidden">，第{no}份</span>
          </FileLink>
          <FileLink path={`${at}?which=packed`} name={packed.name}>
            下载原件归档包（zip）<span className="hidden">，第{no}份</span>
          </FileLink>
          <span className="about">每次下载都记入记录</span>
        </span>
      )}
      {problems.map((problem) => (
        <span key={problem} className="about">
          {problem}
        </span>
      ))}
    </>
  )
}

function FileForm({
  request,
  isAgain,
  reload,
}: {
  readonly request: RequestFile
  readonly isAgain: boolean
  readonly reload: () => void
}) {
  return (
    <ActionForm
      submit={isAgain ? '重新归档' : '归档'}
      versioned={versionedRequest(request, '归档', reload)}
      send={(version) =>
        call<{ readonly no: number }>('POST', `/requests/${request.id}/filings`, { version })
      }
      onDone={() => {
        reload()
        say('正在生成案卷。')
      }}
    >
      <p>
        {isAgain
          ? '归档后又有变动。重新归档后，此前的案卷仍然保留。'
          : '文书、台账、材料和办理记录汇成一份案卷（PDF/A），原件连同目录和摘要值另存为归档包。文书全部送出后才能归档，正在进行的复议、诉讼不影响。'}
      </p>
    </ActionForm>
  )
}
