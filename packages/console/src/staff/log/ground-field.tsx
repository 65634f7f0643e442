import { SelectField } from '../form/fields.js'

/** The items of Article 47, paragraph 1, of the Personal Information Protection Law, as the server takes them. */
const GROUNDS = [
  ['purposeOver', '第（一）项：处理目的已实现、无法实现或者不再必要'],
  ['retentionOver', '第（二）项：保存期限已届满'],
  ['consentWithdrawn', '第（三）项：个人撤回同意'],
  ['unlawful', '第（四）项：处理违反法律、行政法规或者约定'],
  ['otherProvision', '第（五）项：法律、行政法规规定的其他情形'],
] as const

/** Under which rule personal data are erased. */
export function GroundField(bound: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return <SelectField label="依据：个人信息保护法第四十七条第一款" options={GROUNDS} {...bound} />
}
