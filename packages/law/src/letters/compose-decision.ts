import { citationText, cite } from '../citation.js'
import { countedUnder, GROUNDS } from '../requests/grounds.js'
import type { DecidedPart, LetterFacts } from './facts.js'
import { dateText, type LetterParagraph, law, numbered, own } from './letter-text.js'
import { ownWords, PART_WORDS } from './part-words.js'
import { citedTogether, makerOf, type Words } from './words.js'

/** A decision: which request, what is decided on each part with its provision, and the reasons. */
export function composeDecision({ facts, you, opening }: Words): readonly LetterParagraph[] {
  const { parts, notice } = facts
  const said = numbered(parts.map((part) => saysOf(part, you)))
  const told =
    notice &&
    law(
      `${makerOf(facts, notice.on)}于${dateText(notice.on)}向${you}发出通知（${notice.number}），${you}于${dateText(notice.servedOn)}收到，其中确定的期限至${dateText(notice.until)}届满。`,
    )
  return [
    opening,
    ...(told ? [told] : []),
    ...courseOf(facts, you),
    law('经审查，现答复如下：'),
    ...severanceOf(parts, you),
    ...parts.flatMap((part, at) => [law(said[at] ?? ''), ...ownOf(part)]),
  ]
}

/** Why a reply is in time that the day of receipt alone would make late. */
function courseOf(facts: LetterFacts, you: string): LetterParagraph[] {
  const {
    correctedOn,
    paidOn,
    waivedOn,
    consulted = [],
    extendedTo,
    postponedTo,
  } = {
    ...facts.request.course,
  }
  const said = [
    correctedOn &&
      `${makerOf(facts, correctedOn)}于${dateText(correctedOn)}收到${you}的补正，答复期限自该日起重新计算`,
    paidOn && `${you}于${dateText(paidOn)}缴纳信息处理费，答复期限自缴费后重新计算`,
    waivedOn &&
      `${makerOf(facts, waivedOn)}于${dateText(waivedOn)}决定免收信息处理费，答复期限自免收后重新计算`,
    ...consulted.map(
      ({ from, through }) =>
        `${dateText(from)}至${dateText(through)}征求意见，所需时间不计算在答复期限内`,
    ),
    extendedTo && `答复期限已经依法延长至${dateText(extendedTo)}`,
    postponedTo && `已经依法确定延迟至${dateText(postponedTo)}以前答复`,
  ].filter(Boolean)
  return said.length > 0 ? [law(`${said.join('；')}。`)] : []
}

function saysOf(part: DecidedPart, you: string): string {
  const { basis, outcome } = GROUNDS[part.ground]
  // A refusal rests on its ground and on 第三十六条第（三）项; 行政查询事项 has an item of its own.
  const isRefusal = outcome === 'refused' && basis.article !== REFUSED.article
  return PART_WORDS[part.ground].says(
    part,
    citedTogether(isRefusal ? [basis, REFUSED] : [basis]),
    you,
  )
}

const REFUSED = cite('OGI-2019', 36, undefined, 3)

function ownOf(part: DecidedPart): readonly LetterParagraph[] {
  const text = ownWords(part)
  return text ? [own(text)] : []
}

/** 第三十七条: what is open is supplied, for the rest the reasons are told. */
function severanceOf(parts: readonly DecidedPart[], you: string): readonly LetterParagraph[] {
  const grounds = parts.map(({ ground }) => ground)
  if (grounds.length < 2 || countedUnder(grounds) !== 'partlyDisclosed') return []
  const basis = citationText(cite('OGI-2019', 37))
  return [
    law(
      `${you}申请的内容可以作区分处理。根据${basis}，本机关对可以公开的部分予以公开，对其余部分说明理由。`,
    ),
  ]
}
