import type { AuthorityFile, HistoryLine } from '@gongkai/web'
import { Link } from '../router/link.js'
import { CHANGES, dayText } from '../words/authority-words.js'

/** What an authority was, and what went over into it, oldest first. */
export function HistoryList({ file: { authority, history } }: { readonly file: AuthorityFile }) {
  const { establishedOn, dissolvedOn } = authority
  if (history.length === 0 && !establishedOn && !dissolvedOn) {
    return <p className="nothing">没有登记变更。</p>
  }
  return (
    <ol className="history">
      {establishedOn && <li>{dayText(establishedOn)}，设立。</li>}
      {history.map((line) => (
        <li key={`${line.happenedOn} ${line.kind} ${line.authority.id} ${line.successor?.id}`}>
          <Line line={line} ownId={authority.id} />
          {line.note && <span className="about">依据：{line.note}</span>}
        </li>
      ))}
    </ol>
  )
}

function Line({ line, ownId }: { readonly line: HistoryLine; readonly ownId: string }) {
  const { kind, happenedOn, authority, successor } = line
  const day = `${dayText(happenedOn)}，`
  if (kind === 'renamed') {
    return <p>{`${day}由“${line.nameBefore}”更名为“${line.nameAfter}”。`}</p>
  }
  if (kind === 'moved') {
    return (
      <p>{`${day}由“${line.parentBefore?.name ?? ''}”划转至“${line.parentAfter?.name ?? ''}”。`}</p>
    )
  }
  const word = CHANGES[kind] ?? kind
  const other = authority.id === ownId ? successor : authority
  return (
    <p>
      {day}
      {authority.id === ownId ? `${word}，由` : ''}
      {other && <Link to={`/console/authorities/${other.id}`}>{other.name}</Link>}
      {authority.id === ownId ? '承接。' : `${word}，由本机关承接。`}
    </p>
  )
}
