import { cite } from '../../citation.js'
import type { StepName } from '../../request-clock/steps.js'
import type { Ground } from '../../requests/grounds.js'
import { day } from '../example-facts.js'
import type { LetterFacts, SentNotice } from '../facts.js'
import { letterSpec } from '../letter-kinds.js'
import { dateText } from '../letter-text.js'
import { type Found, type Given, LETTER, type LetterRule } from './rule.js'

// biome-ignore format: table
export const NOTICE_RULES: readonly LetterRule[] = [
  {
    code: 'LTR-23',
    states: '所依据的补正告知书、收费通知书已经送达，文号和日期与登记一致',
    basis: [cite('OGI-2019', 30)],
    severity: 'warning',
    passes: { kind: 'stillUnclear' },
    fails: { kind: 'stillUnclear', facts: { sentNotices: [{ kind: 'correctionNotice', number: '云财公开〔2025〕91号', on: day('2025-12-08'), servedOn: day('2025-12-12'), until: day('2025-12-31') }] } },
    check: differing,
  },
  {
    code: 'LTR-25',
    states: '以大量反复申请为由不予处理的，已经要求说明理由；以补正后仍不明确为由的，已经收到补正',
    basis: [cite('OGI-2019', 35), cite('OGI-2019', 30)],
    severity: 'warning',
    passes: { kind: 'beyondReason', facts: { steps: [{ on: day('2026-01-06'), name: 'askReasons', until: day('2026-01-11') }] } },
    fails: { kind: 'beyondReason', facts: { steps: [{ on: day('2026-01-06'), name: 'askReasons', until: day('2026-01-12') }] } },
    check: unprepared,
  },
]

const AFTER: Readonly<Partial<Record<Ground, SentNotice['kind']>>> = {
  stillUnclear: 'correctionNotice',
  notCorrected: 'correctionNotice',
  feeUnpaid: 'feeNotice',
}

/** The notice on which a decision on `grounds` rests, as it was sent; undefined where the register has none. */
export function noticeBefore(
  grounds: readonly Ground[],
  sent: readonly SentNotice[],
): SentNotice | undefined {
  const kinds = grounds.map((ground) => AFTER[ground])
  return sent.findLast(({ kind }) => kinds.includes(kind))
}

// biome-ignore format: table
const TOLD: Readonly<Record<keyof NonNullable<LetterFacts['notice']>, string>> = {
  number:   '文号',
  on:       '日期',
  servedOn: '送达之日',
  until:    '确定的期限',
}

function differing({ facts: { notice, parts, sentNotices = [] } }: Given): readonly Found[] {
  const grounds = parts.map(({ ground }) => ground)
  const sent = noticeBefore(grounds, sentNotices)
  if (!notice || !sent) return []
  const { title } = letterSpec(sent.kind)
  const fields = Object.keys(TOLD) as (keyof typeof TOLD)[]
  const isGivenUp = grounds.some((ground) => ground !== 'stillUnclear' && AFTER[ground])
  return [
    ...(isGivenUp ? unserved(sent) : []),
    ...fields.flatMap((field) => {
      const registered = sent[field]
      if (registered === null || registered === notice[field]) return []
      const [kept, typed] = [registered, notice[field]].map((value) =>
        field === 'number' ? value : dateText(value as SentNotice['on']),
      )
      const message = `《${title}》的${TOLD[field]}，登记的是${kept}，文书写的是${typed}。请核对后修改；登记有误的，请更正登记或者说明情况。`
      return [{ at: LETTER, message }]
    }),
  ]
}

/** Whoever was never told cannot have let a day pass. */
function unserved({ kind, servedOn }: SentNotice): readonly Found[] {
  if (servedOn !== null) return []
  const message = `没有登记《${letterSpec(kind).title}》的送达。申请人没有收到通知的，不能视为放弃；已经收到的，请先登记送达。`
  return [{ at: LETTER, message }]
}

/** What the words of the letter say was done before; where the register has no steps nothing is said. */
function unprepared({ facts: { parts, steps, on } }: Given): readonly Found[] {
  if (!steps) return []
  const grounds = parts.map(({ ground }) => ground)
  const [until] = steps.flatMap((step) => (step.name === 'askReasons' ? [step.until] : []))
  const has = (name: StepName) => steps.some((step) => step.name === name)
  const early = until && !has('receiveReasons') && on !== null && on <= until
  const said = [
    grounds.includes('beyondReason') && !until
      ? '没有登记“要求说明理由”，不能以申请的数量、频次明显超过合理范围为由不予处理。请先要求申请人说明理由；已经要求的，请先登记。'
      : null,
    grounds.includes('beyondReason') && early
      ? `申请人说明理由的期限至${dateText(until)}届满，还没有收到说明。请先登记收到的说明，或者待期限届满后再作决定。`
      : null,
    grounds.includes('stillUnclear') && !has('receiveCorrection')
      ? '没有登记“收到补正”，不能以补正后仍不明确为由答复。请先登记收到的补正；没有补正的，待期限届满后按视为放弃办理。'
      : null,
  ]
  return said.flatMap((message) => (message ? [{ at: LETTER, message }] : []))
}
