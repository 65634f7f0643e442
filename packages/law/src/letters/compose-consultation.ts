import { citationText, cite } from '../citation.js'
import type { LetterKind } from './letter-kinds.js'
import { dateText, type LetterParagraph, law, orBlank, own } from './letter-text.js'
import { periodWords, receiverOf, type Words } from './words.js'

type Consulting = (words: Words) => { readonly paragraphs: readonly LetterParagraph[] }

/** Letters to those whose opinion or help is needed. None of them names the applicant. */
export const CONSULTING = {
  thirdPartyConsultation: ({ facts, law: { periods } }) => {
    const { days, basis } = periodWords(periods.thirdParty, facts)
    return {
      paragraphs: [
        law(
          `${receiverOf(facts)}收到涉及你方的政府信息公开申请（申请编号：${facts.request.number}），所涉内容为：${orBlank(facts.consultation?.about)}。`,
        ),
        own(
          `经审查，公开上述信息可能损害你方的合法权益：${orBlank(facts.consultation?.concern)}。`,
        ),
        law(
          `根据${basis}，现书面征求意见。请自收到本征求意见书之日起${days}内，书面答复是否同意公开；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照上述条例的规定决定是否公开。`,
        ),
        law(
          '你方不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知你方。',
        ),
      ],
    }
  },
  coMakerConsultation: (words) => ({
    paragraphs: [
      law(
        `${receiverOf(words.facts)}收到涉及你机关的政府信息公开申请（申请编号：${words.facts.request.number}），所涉内容为：${orBlank(words.facts.consultation?.about)}。`,
      ),
      own(`征求意见的原因：${orBlank(words.facts.consultation?.concern)}。`),
      law(opinionWords(words)),
    ],
  }),
  consultationNotice: ({ facts: { consultation }, opening, you }) => ({
    paragraphs: [
      opening,
      own(
        `经审查，答复该申请需要书面征求${consultation?.kind === 'thirdParty' ? '第三方' : '其他行政机关'}的意见。`,
      ),
      law(
        `征求意见书已于${dateText(consultation?.sentOn ?? null)}发出。根据${citationText(cite('OGI-2019', 33, 3))}，征求意见所需时间不计算在答复期限内。特此告知${you}。`,
      ),
    ],
  }),
  thirdPartyNotice: ({ facts: { override } }) => ({
    paragraphs: [
      law(
        `你方不同意公开“${orBlank(override?.what)}”。经审查，本机关认为不公开可能对公共利益造成重大影响。根据${citationText(cite('OGI-2019', 32))}，本机关决定予以公开，并将决定公开的内容和理由书面告知你方。`,
      ),
      own(`理由：${orBlank(override?.reason)}。`),
    ],
  }),
  assistance: ({ facts: { request, assistance } }) => ({
    paragraphs: [
      law(
        `现有一件政府信息公开申请需要协助办理（申请编号：${request.number}），申请内容为：${orBlank(request.wanted)}。`,
      ),
      own(`请协助办理下列事项：${orBlank(assistance?.task)}。`),
      law(`请于${dateText(assistance?.until ?? null)}前（含当日）书面回复。`),
    ],
  }),
} as const satisfies Partial<Record<LetterKind, Consulting>>

/** 共同制作机关 that keep silent agree (第三十四条); no provision binds another authority to a day. */
function opinionWords({ facts, law: { periods } }: Words): string {
  if (facts.consultation?.kind === 'otherAuthority')
    return `请于${dateText(facts.consultation.until ?? null)}前（含当日）书面提出是否同意公开的意见；不同意公开的，请说明理由和依据。`
  const { days, basis } = periodWords(periods.coMaker, facts)
  return `该信息由本机关牵头制作。根据${basis}，请自收到本函之日起${days}内提出是否同意公开的意见；不同意公开的，请说明理由和依据。逾期未提出意见的，视为同意公开。`
}
