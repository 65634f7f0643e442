import { citationText } from '../citation.js'
import { GROUNDS, type Ground } from '../requests/grounds.js'
import type { DecidedPart, SearchRecord } from './facts.js'
import { BLANK, dateText, orBlank, unstopped } from './letter-text.js'

/** A detail of a part that a ground cannot do without. */
export type PartDetail = 'reason' | 'where' | 'specialLaw' | 'other' | 'search' | 'earlier'

// biome-ignore format: table
export const PART_DETAILS: Readonly<Record<PartDetail, string>> = {
  reason:     '理由',
  where:      '获取的方式、途径和时间或者办理的途径',
  specialLaw: '所依据的专门规定',
  other:      '负责公开的机关（无法确定的，应当写明）',
  search:     '检索情况',
  earlier:    '此前答复的文号和日期',
}

type PartWords = {
  readonly needs: readonly PartDetail[]
  /** What is fixed: `basis` is the provision, `you` the applicant. */
  readonly says: (part: DecidedPart, basis: string, you: string) => string
}

const of = ({ what }: DecidedPart) => `“${orBlank(what)}”`
const refused = (why: string, does: string = '本机关决定不予公开'): PartWords => ({
  needs: ['reason'],
  says: (part, basis) => `${of(part)}${why}。根据${basis}，${does}。`,
})

/** What is told of a part, by its ground, and what must be known to tell it. */
// biome-ignore format: official table
export const PART_WORDS: Readonly<Record<Ground, PartWords>> = {
  published:         { needs: ['where'], says: (part, basis) => `${of(part)}已经主动公开。根据${basis}，现告知获取的方式、途径：${orBlank(part.where)}。` },
  disclosed:         { needs: ['where'], says: (part, basis) => `${of(part)}可以公开。根据${basis}，本机关予以公开，提供的方式、途径和时间为：${orBlank(part.where)}。` },
  partlyDisclosed:   { needs: ['where', 'reason'], says: (part, basis, you) => `${of(part)}中含有不应当公开或者不属于政府信息的内容，但能够作区分处理。根据${basis}，本机关向${you}提供可以公开的部分，提供的方式、途径和时间为：${orBlank(part.where)}；其余部分不予公开。` },
  stateSecret:       refused('属于依法确定为国家秘密的政府信息'),
  forbiddenByLaw:    { needs: ['specialLaw', 'reason'], says: (part, basis) => `${of(part)}依照${orBlank(part.specialLaw)}属于禁止公开的政府信息。根据${basis}，本机关决定不予公开。` },
  endangersSecurity: refused('公开后可能危及国家安全、公共安全、经济安全、社会稳定'),
  thirdPartyRights:  refused('公开会对第三方合法权益造成损害'),
  internalAffairs:   refused('属于本机关的内部事务信息'),
  processRecords:    refused('属于本机关在履行行政管理职能过程中形成的过程性信息'),
  enforcementFile:   refused('属于行政执法案卷信息'),
  specialAccess:     { needs: ['specialLaw', 'where'], says: (part, basis) => `${of(part)}的获取，${orBlank(part.specialLaw)}另有专门规定。根据${basis}，请依照该规定办理，办理的地点和方式为：${orBlank(part.where)}。` },
  doesNotExist:      { needs: ['search'], says: (part, basis) => `经检索，没有找到${of(part)}。根据${basis}，现告知该政府信息不存在。` },
  notOurs:           { needs: ['reason', 'other'], says: (part, basis) => `${of(part)}不属于本机关负责公开。根据${basis}，现予告知。${otherWords(part.other)}` },
  mustBeMade:        refused('不是现有的政府信息，提供该信息需要对现有政府信息进行加工、分析', '本机关不予提供'),
  stillUnclear:      refused('的申请内容经补正后仍不明确，本机关无法据此查找', '本机关无法提供，现予告知'),
  petition:          { needs: ['where'], says: (part, basis, you) => `${you}提出的“${orBlank(part.what)}”，是以政府信息公开申请的形式进行信访、投诉、举报等活动。根据${basis}，本机关不作为政府信息公开申请处理。有关诉求可以通过下列途径提出：${orBlank(part.where)}。` },
  repeated:          { needs: ['earlier'], says: (part, basis, you) => `就${of(part)}，本机关已经作出答复（${earlierWords(part)}），${you}本次重复申请公开相同的政府信息。根据${basis}，本机关不予重复处理。` },
  publication:       { needs: ['where'], says: (part, basis) => `${of(part)}属于公报、报刊、书籍等公开出版物。根据${basis}，现告知获取的途径：${orBlank(part.where)}。` },
  beyondReason:      refused('所涉申请的数量、频次明显超过合理范围，经要求说明理由，本机关认为理由不合理', '本机关决定不予处理'),
  confirmAgain:      { needs: ['earlier'], says: (part, _, you) => `${of(part)}已经向${you}提供（${earlierWords(part)}）。${you}要求对已经获取的信息予以确认或者重新出具，本机关决定不予处理。` },
  notCorrected:      refused('的申请经告知补正，期限届满没有补正，也没有正当理由', '视为放弃申请，本机关不再处理'),
  feeUnpaid:         { needs: [], says: (part) => `${of(part)}的申请，期限届满没有缴纳信息处理费。根据${citationText(FEES)}，视为放弃申请，本机关不再处理。` },
  withdrawn:         { needs: ['reason'], says: (part) => `申请人撤回对${of(part)}的申请，本机关终止办理。` },
  merged:            { needs: ['reason'], says: (part) => `对${of(part)}的申请并入其他申请办理，本件终止办理。` },
  notInformation:    refused('不是行政机关在履行行政管理职能过程中制作或者获取并以一定形式记录、保存的信息', '不属于政府信息，本机关不作为政府信息公开申请办理'),
  otherwise:         { needs: ['reason'], says: (part) => `对${of(part)}的申请，本机关作出如下处理。` },
}

/** The measures as a whole: they were not seen article by article. */
const FEES = { instrument: GROUNDS.feeUnpaid.basis.instrument }

/** 理由 and what was done, for whoever drafts to word; null where nothing is to be added to what is fixed. */
export function ownWords({ ground, reason, search }: DecidedPart): string | null {
  if (search) return searchWords(search)
  if (reason)
    return `${ground === 'withdrawn' || ground === 'merged' ? '情况' : '理由'}：${unstopped(reason)}。`
  const { needs } = PART_WORDS[ground]
  if (needs.includes('search')) return `检索情况：${BLANK}。`
  return needs.includes('reason') ? `理由：${BLANK}。` : null
}

function searchWords({ on, period, systems, words, files, persons }: SearchRecord): string {
  const list = (items: readonly string[]) => orBlank(items.join('、'))
  const within = period ? `，所查信息的时间范围为${period}` : ''
  const inSystems =
    systems.length > 0
      ? `检索了${list(systems)}，使用的检索词为${list(words.map((word) => `“${word}”`))}`
      : null
  const inFiles = files.length > 0 || !inSystems ? `查阅了${list(files)}` : null
  const did = [inSystems, inFiles].filter(Boolean).join('，并')
  return `检索情况：${dateText(on)}，由${list(persons)}${did}${within}，均未找到所申请的信息。`
}

/** Several searches as the letter tells them: the last day, and everything that was searched. */
export function searchedAltogether(searches: readonly SearchRecord[]): SearchRecord | undefined {
  const [first] = searches
  if (!first) return undefined
  const all = (items: (one: SearchRecord) => readonly string[]) => [
    ...new Set(searches.flatMap(items)),
  ]
  const periods = all(({ period }) => (period ? [period] : []))
  return {
    on: searches.reduce((last, { on }) => (on > last ? on : last), first.on),
    ...(periods.length > 0 && { period: periods.join('、') }),
    ...{ systems: all(({ systems }) => systems), words: all(({ words }) => words) },
    ...{ files: all(({ files }) => files), persons: all(({ persons }) => persons) },
  }
}

function otherWords(other: DecidedPart['other']): string {
  if (other === 'unknown') return '经查，不能确定负责公开该信息的行政机关。'
  const contact = other?.contact ? `（联系方式：${other.contact}）` : ''
  return `负责公开该信息的是${orBlank(other?.name)}${contact}，请向该机关提出申请。`
}

function earlierWords({ earlier }: DecidedPart): string {
  return earlier ? `${dateText(earlier.on)}，${earlier.number}` : BLANK
}
