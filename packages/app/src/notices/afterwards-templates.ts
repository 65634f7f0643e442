import type { TemplateSpec } from './templates.js'

/** What is told of requests that were answered. */
export const AFTERWARDS_TEMPLATES = {
  erasureProposed: {
    kind: 'requests',
    title: '{count}件申请的个人信息提请依规清除',
    body: '{authority}有{count}件政府信息公开申请的个人信息保存期限届满，已提请依规清除，请审核决定。',
    path: '/console/requests/retention?authority={at}',
  },
  proactiveProposed: {
    kind: 'requests',
    title: '依申请公开的信息提请转为主动公开',
    body: '{authority}就政府信息公开申请{requestNumber}公开的信息提请转为主动公开，请审核决定。',
    path: '/console/requests/proactive?authority={at}&state=proposed',
  },
  reevaluationsDue: {
    kind: 'requests',
    title: '{count}件不予公开的信息待定期评估',
    body: '{authority}有{count}件不予公开的政府信息已经或者将在三十日内到评估期限，请评估能否公开并登记结果。',
    path: '/console/requests/reevaluations?authority={at}',
  },
} as const satisfies Record<string, TemplateSpec>
