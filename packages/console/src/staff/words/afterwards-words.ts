/** What an event after the answer of a request is called. */
// biome-ignore format: table
export const AFTERWARDS_EVENTS: Readonly<Record<string, string>> = {
  proactiveProposed:        '提请转为主动公开',
  proactiveSuggestedByApplicant: '申请人建议主动公开',
  proactiveAccepted:        '同意转为主动公开',
  proactiveDeclined:        '不同意转为主动公开',
  proactivePublished:       '登记主动公开的公布',
  proactivePublicationCorrected: '更正主动公开的公布登记',
}
