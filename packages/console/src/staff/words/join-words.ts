/** What was done to requests that are split, handled together, or another authority's. */
export const JOIN_EVENTS = {
  requestSplit: '分案',
  requestSplitOff: '由原申请分出',
  requestRejoined: '撤销分案',
  requestHandledTogether: '并案办理',
  requestHandledApart: '解除并案',
  requestAdviceRecorded: '登记应当向其他机关申请',
  requestAdviceStruck: '更正应当向其他机关申请的登记',
} as const satisfies Readonly<Record<string, string>>
