import { type Citation, cite } from '@gongkai/law'

/** When personal data must be erased (Personal Information Protection Law, Article 47, paragraph 1), by the item that says so. */
// biome-ignore format: table
export const ERASURE_GROUNDS = {
  purposeOver:      { label: '处理目的已实现、无法实现或者不再必要', under: item(1) },
  retentionOver:    { label: '保存期限已届满',                       under: item(2) },
  consentWithdrawn: { label: '个人撤回同意',                         under: item(3) },
  unlawful:         { label: '处理违反法律、行政法规或者约定',       under: item(4) },
  otherProvision:   { label: '法律、行政法规规定的其他情形',         under: item(5) },
} as const satisfies Record<string, { readonly label: string; readonly under: Citation }>

export type ErasureGround = keyof typeof ERASURE_GROUNDS

function item(number: number): Citation {
  return cite('PERSONAL-DATA-2021', 47, 1, number)
}
