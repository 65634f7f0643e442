import { cite } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { type Match, matchesIn } from '../words/text.js'

const DOUBLED = /([，。；：、])\1+/g

// Two different marks of which one is left over from editing: ，。 ；。 、，
const CLASHING = /[，、；：][。，；、]|。[，；、：]/g

/** Punctuation marks that stand twice, or two that exclude each other. */
export function doubledMarks({ parts }: ProofreadInput): Draft[] {
  return [
    ...matchesIn(parts, DOUBLED).map(({ part, groups, start, end }) =>
      draftAt(part, [start, end], {
        severity: 'warning',
        message: `标点“${groups[1]}”重复。`,
        shouldBe: groups[1] ?? null,
      }),
    ),
    ...matchesIn(parts, CLASHING)
      .filter(({ groups }) => groups[0].charAt(0) !== groups[0].charAt(1))
      .map(toClash),
  ]
}

function toClash({ part, groups, start, end }: Match): Draft {
  return draftAt(part, [start, end], {
    severity: 'warning',
    message: `标点“${groups[0]}”连用，请保留其一。`,
  })
}

// 2023年度政府信息公开工作年度报告 says 年度 twice.
const YEARLY_TWICE = /(?<=\d{4}\s*)年\s*度(?=[^。]{0,40}年\s*度\s*报\s*告)/g

/** 年度 twice in the title. */
export function doubledYear({ parts }: ProofreadInput): Draft[] {
  const titles = parts.filter(({ part }) => part === 'title')
  return matchesIn(titles, YEARLY_TWICE).map(({ part, start, end }) =>
    draftAt(part, [start, end], {
      severity: 'note',
      message: '标题中“年度”重复，前一处宜写作“年”。',
      shouldBe: '年',
      basis: [cite('OGI-2019', 49)],
    }),
  )
}
