import type { Severity } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { isQuoted, matchesIn, narrativeParts } from '../words/text.js'
import type { AuthorityName } from './authority-name.js'

// 我市, 我区 …, 本局; not 自我办理, 我市场, 我区分, 我乡村.
const PRONOUN =
  /(?<!自)(?:我(省|市|区|县|旗|街道|镇|乡)(?!场|分|别|域|村|土)|[我本](局|委|厅)(?!限|托|屈|部|面))/g

/** 我市 in a district's report, 我局 in a township's. */
export function wrongPronouns(input: ProofreadInput, own: AuthorityName): Draft[] {
  const speaksOfRegion = input.parts.some(({ text }) => text.includes('自治区'))
  return matchesIn(narrativeParts(input), PRONOUN).flatMap(({ part, groups, start, end }) => {
    if (isQuoted(part.text, start)) return []
    const [says, level, body] = groups
    if (level === '区' && speaksOfRegion) return []
    const severity = level
      ? (severityOfLevel(level, own) ?? severityOfWork(part.text, [start, end], level, own))
      : severityOfBody(body ?? '', own)
    if (!severity) return []
    const message = `本机关为${own.full}，此处称“${says}”，层级或机关不符，请核对后修改。`
    return [draftAt(part, [start, end], { severity, message })]
  })
}

const RANKS: Readonly<Record<string, number>> = {
  省: 0,
  自治区: 0,
  市: 1,
  自治州: 1,
  盟: 1,
  区: 2,
  县: 2,
  旗: 2,
  街道: 3,
  镇: 3,
  乡: 3,
}

/**
 * A body speaks of its own level as 我…; a street office also of the district above it. An own level of the
 * same rank in another name is certain, another rank is likely wrong, and 我省 may be right anywhere.
 */
function severityOfLevel(level: string, { places }: AuthorityName): Severity | null {
  const levels = places.map(({ suffix }): string => suffix)
  const innermost = levels.at(-1)
  if (innermost === undefined || level === innermost) return null
  const [own, said] = [RANKS[innermost] ?? 0, RANKS[level] ?? 0]
  if (own === 0) return 'warning'
  if (said === 0) return null
  if (own === said) return 'error'
  if (own < 3) return 'warning'
  const above = levels.find((one) => RANKS[one] === 2)
  return said === 2 && above !== undefined && above !== level ? 'warning' : null
}

// What follows 我市 where its disclosure work is meant.
const ITS_WORK = /^的?(?:政府信息公开|政务信息公开|信息公开|政务公开)/
const COMMISSIONED = /(?:委托|聘请|邀请|引入|组织|开展)[^。；]{0,20}对$/
const PUSHED = /(?:推动|推进|做好|加强|促进|深化|提升|抓好|强化)$/
const HIGHER_BODY = /[省市州县区](?:委|人民政府|政府|里)|上级/

/** A level that may be right elsewhere is not where the disclosure work of that level is told as one's own. */
function severityOfWork(
  text: string,
  [start, end]: readonly [number, number],
  level: string,
  { places }: AuthorityName,
): Severity | null {
  const innermost = places.at(-1)?.suffix
  if (innermost === undefined || level === innermost || !ITS_WORK.test(text.slice(end, end + 8)))
    return null
  const lead = text.slice(
    Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1,
    start,
  )
  if (HIGHER_BODY.test(lead)) return null
  if (COMMISSIONED.test(lead)) return 'warning'
  return PUSHED.test(lead) && (RANKS[level] ?? 0) < 2 ? 'note' : null
}

/** 我局 in the report of a body that is none. Bodies of other kinds (分局, 管委会, 大队) are not judged. */
function severityOfBody(said: string, { body }: AuthorityName): Severity | null {
  const own = /(局|厅|委员会|委|人民政府|办事处)$/.exec(body)?.[1]
  if (!own && body !== '') return null
  const ownWord = own?.startsWith('委') ? '委' : own
  return ownWord === said ? null : 'warning'
}
