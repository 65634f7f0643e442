import { type Binding, type SavedReport, withBindings } from '@gongkai/report'
import type { DraftSaved, ReportCheck, ReportView } from '@gongkai/web'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call, type Refused } from '../../api/call.js'
import { say } from '../../router/said.js'
import { toEdited } from './edited.js'
import { type Merged, merge } from './merge.js'
import { saysTheSame } from './says-the-same.js'

/** Whether what was typed is kept. */
export type Keeping =
  | { readonly kind: 'saved' | 'changed' | 'saving' }
  | { readonly kind: 'failed'; readonly refused: Refused }
  | Conflict

/** Somebody else was faster: what stands now, and both laid together; null where nothing may be saved any more. */
export type Conflict = {
  readonly kind: 'conflict'
  readonly refused: Refused
  readonly theirs: ReportView
  readonly merged: Merged | null
}

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
  /** Saves what was made of both, after both were seen. */
  readonly settle: (conflict: Conflict, document: SavedReport) => void
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
    ...{ base: document, document, version: view.report.version, isChanged: false },
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
  const onMerged = useCallback((document: SavedReport, taken: number) => {
    setDocument(document)
    if (taken > 0) say(`他人同时更改了${taken}处，已与您的改动合并。`)
  }, [])
  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current
    if (!now.current.isChanged) return true
    running.current = keep(path, now.current, { onSaved, onKeeping: setKeeping, onMerged })
    const isKept = await running.current
    running.current = null
    return isKept && now.current.isChanged ? save() : isKept
  }, [path, onSaved, onMerged])
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
      settle: ({ theirs }: Conflict, document: SavedReport) => {
        takeOver(now.current, theirs, document)
        setDocument(document)
        void save()
      },
    }),
    [document, check, keeping, edit, save],
  )
}

type Now = {
  /** What was saved last: from this both began where somebody else is faster. */
  base: SavedReport
  document: SavedReport
  version: number
  isChanged: boolean
  /** What was sent on this version without an answer. */
  readonly unanswered: Set<SavedReport>
}

type Told = {
  readonly onSaved: (saved: DraftSaved) => void
  readonly onKeeping: (keeping: Keeping) => void
  readonly onMerged: (document: SavedReport, taken: number) => void
}

async function keep(path: string, now: Now, told: Told): Promise<boolean> {
  told.onKeeping({ kind: 'saving' })
  const { document, version } = now
  now.isChanged = false
  const answer = await call<DraftSaved>('POST', `${path}/draft`, { body: { document }, version })
  if (answer.ok) {
    Object.assign(now, { base: document, version: answer.value.version })
    now.unanswered.clear()
    told.onSaved(answer.value)
    told.onKeeping({ kind: now.isChanged ? 'changed' : 'saved' })
    return true
  }
  now.isChanged = true
  const { refused } = answer
  if (PASSING.includes(refused.code)) now.unanswered.add(document)
  const theirs = refused.code === 'report.changed' ? await call<ReportView>('GET', path) : null
  if (theirs?.ok) return reconcile(path, now, told, { refused, theirs: theirs.value })
  told.onKeeping({ kind: 'failed', refused })
  return false
}

/** Goes on where it was nobody else, or where who it was wrote in other places; else both are to be seen. */
async function reconcile(
  path: string,
  now: Now,
  told: Told,
  { refused, theirs }: Pick<Conflict, 'refused' | 'theirs'>,
): Promise<boolean> {
  if (isOwn(now, theirs)) {
    now.version = theirs.report.version
    now.unanswered.clear()
    return keep(path, now, told)
  }
  const merged = mergedWith(now, theirs)
  if (!merged || merged.contested.length > 0) {
    told.onKeeping({ kind: 'conflict', refused, theirs, merged })
    return false
  }
  takeOver(now, theirs, merged.document)
  told.onMerged(merged.document, merged.taken)
  return keep(path, now, told)
}

function mergedWith({ base, document }: Now, { version, steps }: ReportView): Merged | null {
  if (!version || !steps.includes('save') || version.document.form !== document.form) return null
  return merge(base, document, toEdited(version.document))
}

function takeOver(now: Now, { report, version }: ReportView, document: SavedReport): void {
  if (version) now.base = toEdited(version.document)
  Object.assign(now, { document, version: report.version, isChanged: true })
  now.unanswered.clear()
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
