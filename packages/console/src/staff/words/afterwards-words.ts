/** What an event after the answer of a request is called. */
// biome-ignore format: table
export const AFTERWARDS_EVENTS: Readonly<Record<string, string>> = {
  reevaluationWithheld:     '定期评估：仍不予公开',
  reevaluationDisclosable:  '定期评估：可以公开',
  reevaluationMoved:        '另定定期评估的日期',
  proactiveProposed:        '提请转为主动公开',
  proactiveSuggestedByApplicant: '申请人建议主动公开',
  proactiveAccepted:        '同意转为主动公开',
  proactiveDeclined:        '不同意转为主动公开',
  proactivePublished:       '登记主动公开的公布',
  proactivePublicationCorrected: '更正主动公开的公布登记',
  erasureProposed:     '提请清除申请中的个人信息',
  erasureApproved:     '批准清除申请中的个人信息',
  erasureRejected:     '不批准清除申请中的个人信息',
  erasureDone:         '清除申请中的个人信息完毕',
  requestHeld:         '保全申请的个人信息',
  requestHoldLifted:   '解除保全',
}
