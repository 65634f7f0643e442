import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { isQuoted, matchesIn, narrativeParts, sentenceAround } from '../words/text.js'
import type { AuthorityName } from './authority-name.js'
import { DOMAIN_WORDS, domainOfWord, domainsOf } from './domains.js'

// 全区审计信息公开, 我局审计系统政务公开: the field of the whole work reported on, which is one's own.
const FIELD_OF_WORK = new RegExp(
  `(?:全[省市区县旗州]|我[省市区县旗州局委办厅]|本[局委办厅]|本系统)(${DOMAIN_WORDS})(?:系统|部门|领域)?的?(?=政府信息公开|信息公开|政务公开)`,
  'g',
)

// 立足审计职能: a body speaks so of its own functions only.
const OWN_FUNCTIONS = new RegExp(
  `(?:立足|结合|围绕|发挥|履行)(?:全[市区县]|我局|本局|自身)?(${DOMAIN_WORDS})(?:部门)?(?=职能|主责主业)`,
  'g',
)

// 青溪区审计局高度重视政府信息公开工作: the body that reports.
const ACTOR = new RegExp(
  `(${DOMAIN_WORDS})局(?=高度重视|认真贯彻|严格按照|认真落实|坚持以)[^。；\\n]{0,40}(?:信息公开|政务公开|《条例》)`,
  'g',
)

// 推动教育局信息公开工作: what one pushes on is one's own work.
const OWN_WORK = new RegExp(
  `(?:推动|推进|做好|加强|促进|深化|提升|抓好|强化)了?(?:[我全]?[省市区县旗])?(${DOMAIN_WORDS})(?:局|厅|委员会|委)的?(?=政府信息公开|信息公开|政务公开)`,
  'g',
)

// With one of these it is the other body's work.
const FOR_OTHERS = /指导|督促|协助|配合|帮助|支持|会同|助力/

/** Another department's field or name where the report speaks of its own work. Silent where the own field is not known. */
export function otherFields(input: ProofreadInput, own: AuthorityName): Draft[] {
  const ours = domainsOf(own.body)
  if (ours.length === 0) return []
  const parts = narrativeParts(input)
  const found = [
    ...[FIELD_OF_WORK, OWN_FUNCTIONS, ACTOR].flatMap((pattern) => matchesIn(parts, pattern)),
    ...matchesIn(parts, OWN_WORK).filter(
      ({ part, start }) => !FOR_OTHERS.test(sentenceAround(part.text, start)),
    ),
  ]
  return found.flatMap(({ part, groups, start }) => {
    const word = groups[1] ?? ''
    const domain = domainOfWord(word)
    if (domain === null || ours.includes(domain) || isQuoted(part.text, start)) return []
    const at = start + groups[0].indexOf(word)
    return [
      draftAt(part, [at, at + word.length], {
        severity: 'error',
        message: `本机关为${own.full}，此处写作“${word}”，疑为其他机关的文字，请核对后修改。`,
      }),
    ]
  })
}
