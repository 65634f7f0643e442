import { type Binding, type SavedReport, withBindings } from '@gongkai/report'
import type { DraftSaved, ReportCheck, ReportView } from '@gongkai/web'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call, type Refused } from '../../api/call.js'
import { say } from '../../router/said.js'
import { toEdited } from './edited.js'
import { saysTheSame } from './says-the-same.js'

/** Whether what was typed is kept. */
export type Keeping =
  | { readonly kind: 'saved' | 'changed' | 'saving' }
  | { readonly kind: 'failed'; readonly refused: Refused }
  /** Somebody else was faster: what stands now. */
  | { readonly kind: 'conflict'; readonly refused: Refused; readonly theirs: ReportView }

export type Draft = {
  readonly document: SavedReport
  readonly check: ReportCheck | null
  readonly setCheck: (check: ReportCheck) => void
  readonly keeping: Keeping
  /** Of the report, as it was saved last. */
  readonly version: () => number
  readonly edit: (change: (document: SavedReport) => SavedReport) => void
  /** Saves what is not saved yet; whether all is saved then. */
  readonly save: () => Promise<boolean>
  /** Saves over what somebody else made, after both were seen. */
  readonly insist: (version: number) => void
}

/** So long after the last key it is saved. */
const PAUSE_MS = 1000
/** So long after the service or its database did not answer it is tried again. */
const RETRY_MS = 5000

/** What passes by itself. What was sent may be kept all the same: the answer alone may be lost. */
export const PASSING: readonly string[] = ['network', 'database.away', 'database.busy']

/** The working version of a report: every change is kept by itself a moment later, one after the other, and never over another's. */
export function useDraft(view: ReportView, saved: SavedReport): Draft {
  const [document, setDocument] = useState(() => toEdited(saved))
  const [check, setCheck] = useState(view.check)
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'saved' })
  const now = useRef<Now>({
    ...{ document, version: view.report.version, isChanged: false },
    unanswered: new Set(),
  })
  const running = useRef<Promise<boolean> | null>(null)
  const path = `/reports/${view.report.id}`

  const edit = useCallback((change: (document: SavedReport) => SavedReport) => {
    const next = change(now.current.document)
    if (next === now.current.document) return
    Object.assign(now.current, { document: next, isChanged: true })
    setDocument(next)
    setKeeping((before) => (before.kind === 'conflict' ? before : { kind: 'changed' }))
  }, [])
  const onSaved = useCallback(
    ({ check, unbound }: DraftSaved) => {
      if (check) setCheck(check)
      if (unbound.length === 0) return
      edit((before) => without(before, unbound))
      say(`${unbound.length}处数字与所绑定的单元格不一致，已解除绑定，请核对正文。`)
    },
    [edit],
  )
  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current
    if (!now.current.isChanged) return true
    running.current = keep(path, now.current, onSaved, setKeeping)
    const isKept = await running.current
    running.current = null
    return isKept && now.current.isChanged ? save() : isKept
  }, [path, onSaved])
  useEffect(() => {
    const isPassing = keeping.kind === 'failed' && PASSING.includes(keeping.refused.code)
    if (keeping.kind !== 'changed' && !isPassing) return
    const timer = setTimeout(() => void save(), isPassing ? RETRY_MS : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [keeping, save])
  useLeaving(save, keeping.kind !== 'saved')
  return useMemo(
    () => ({
      ...{ document, check, setCheck, keeping, edit, save },
      version: () => now.current.version,
      insist: (version: number) => {
        now.current.version = version
        void save()
      },
    }),
    [document, check, keeping, edit, save],
  )
}

type Now = {
  document: SavedReport
  version: number
  isChanged: boolean
  /** What was sent on this version without an answer. */
  readonly unanswered: Set<SavedReport>
}

async function keep(
  path: string,
  now: Now,
  onSaved: (saved: DraftSaved) => void,
  onKeeping: (keeping: Keeping) => void,
): Promise<boolean> {
  onKeeping({ kind: 'saving' })
  const { document, version } = now
  now.isChanged = false
  const answer = await call<DraftSaved>('POST', `${path}/draft`, { body: { document }, version })
  if (answer.ok) {
    now.version = answer.value.version
    now.unanswered.clear()
    onSaved(answer.value)
    onKeeping({ kind: now.isChanged ? 'changed' : 'saved' })
    return true
  }
  now.isChanged = true
  const { refused } = answer
  if (PASSING.includes(refused.code)) now.unanswered.add(document)
  const theirs = refused.code === 'report.changed' ? await call<ReportView>('GET', path) : null
  if (theirs?.ok && isOwn(now, theirs.value)) {
    now.version = theirs.value.report.version
    now.unanswered.clear()
    return keep(path, now, onSaved, onKeeping)
  }
  onKeeping(
    theirs?.ok ? { kind: 'conflict', refused, theirs: theirs.value } : { kind: 'failed', refused },
  )
  return false
}

/** Whether what stands now is what was sent from here and never answered: then nobody was faster. */
function isOwn({ version, unanswered }: Now, { report, version: present }: ReportView): boolean {
  if (!present || report.version !== version + 1) return false
  return [...unanswered].some((one) => saysTheSame(one, present.document))
}

function without(report: SavedReport, unbound: readonly Binding[]): SavedReport {
  const isUnbound = (one: Binding) =>
    unbound.some(({ part, start }) => part === one.part && start === one.start)
  const bindings = (report.bindings ?? []).filter((one) => !isUnbound(one))
  return withBindings(report, bindings)
}

/** Saves when one goes to another page, and has the browser ask before the window is closed. */
function useLeaving(save: () => Promise<boolean>, isOpen: boolean): void {
  useEffect(() => () => void save(), [save])
  useEffect(() => {
    if (!isOpen) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isOpen])
}
