import { RULE_POWER } from '@gongkai/law'
import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { before, isQuoted, matchesIn, narrativeParts } from '../words/text.js'
import type { AuthorityName } from './authority-name.js'

// 制定规章, 制发部门规章2件; 规章制度 are a body's own house rules. 发布 may be said of others' rules: only with a count.
const MADE =
  /(?:(?:制定|制发|出台|颁布)了?(?:并(?:公布|公开|发布))?(?:\d+[件部个项]|[一二两三]件)?(?:的)?(?:政府|行政|部门|地方)?规章|(?:发布|公布|印发)了?(?:政府|行政|部门|地方)?规章(?=(?:共|共计)?\d)(?:共|共计)?\d+[件部个项])(?!制度|性|草案|目录|库|(?:共|共计|为)?0)/g

// Places whose bodies make no administrative rules. A 市 may be a city with districts, which does.
const BELOW_CITY = ['区', '县', '旗', '街道', '镇', '乡']

/** A body below the city that says it made administrative rules (规章), which it has no power to make. */
export function rulesWithoutPower(input: ProofreadInput, own: AuthorityName | null): Draft[] {
  if (!own || !isBelowCity(own)) return []
  return matchesIn(narrativeParts(input), MADE)
    .filter(({ part, start }) => !isQuoted(part.text, start))
    .filter(({ part, start }) => !/[未没无不需要将]|部门$|国务院/.test(before(part.text, start, 4)))
    .map(({ part, start, end }) =>
      draftAt(part, [start, end], {
        severity: 'note',
        message: `${own.full}没有规章制定权，此处所称“规章”可能是行政规范性文件或者规章制度，请核对。`,
        basis: RULE_POWER,
      }),
    )
}

function isBelowCity({ places }: AuthorityName): boolean {
  const innermost = places.at(-1)?.suffix
  return innermost !== undefined && BELOW_CITY.includes(innermost)
}
