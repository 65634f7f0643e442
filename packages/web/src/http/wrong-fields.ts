import type { z } from '@hono/zod-openapi'
import type { ApiRefusal } from './refusals.js'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是否（true或者false）',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空（null）',
  date: '日期',
  file: '文件',
}

const FORMATS: Readonly<Record<string, string>> = {
  guid: '标识（UUID）',
  uuid: '标识（UUID）',
  date: '日期，如2026-01-31',
  datetime: '时间，如2026-01-31T08:00:00Z',
  time: '时间，如08:00',
  email: '电子邮箱地址',
  url: '网址',
}

/** So many unknown names are repeated, each cut: whoever sends a million gets none back. */
const MOST_NAMES = 5
const LONGEST_NAME = 40

/** What is expected of a field of a request, to be said after its name. A schema that has words of its own says those. */
export function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'invalid_value':
      return `应为${issue.values.map(String).join('、')}${issue.values.length > 1 ? '之一' : ''}`
    case 'too_big':
      return tooBig(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'invalid_format':
      return `应为${FORMATS[issue.format] ?? `规定的格式${issue.pattern ? `（${issue.pattern}）` : ''}`}`
    case 'unrecognized_keys':
      return `不应有${issue.keys.slice(0, MOST_NAMES).map(quoted).join('、')}${issue.keys.length > MOST_NAMES ? `等${issue.keys.length}项` : ''}`
    case 'invalid_key':
      return '不应有这样的名称'
    case 'invalid_union':
      return oneOf(issue)
    default:
      return '应按接口说明填写'
  }
}

/** What has no name in the table is said without one. */
function wrongType({ input, expected }: Extract<Issue, { code: 'invalid_type' }>): string {
  const lacks = input === undefined ? ['没有填写'] : []
  const type = TYPES[expected]
  return [...lacks, ...(type ? [`应为${type}`] : [])].join('，') || '应按接口说明填写'
}

/** Of a union by its kind the kinds, of another what each of its ways lacks. */
function oneOf(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options)) {
    return `应为${issue.options.map(String).join('、')}之一`
  }
  const ways = issue.errors.map((lacks) =>
    lacks.map(({ path, message }) => `${path.join('.')}${message}`).join('，'),
  )
  return `应符合以下写法之一：${ways.join('；或者')}`
}

function quoted(name: string): string {
  return `“${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}”`
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): string {
  if (origin === 'string') return `不能超过${maximum}字`
  if (origin === 'array') return `不能多于${maximum}项`
  return inclusive === false ? `应小于${maximum}` : `不能大于${maximum}`
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') return minimum === 1 ? '不能为空' : `不能少于${minimum}字`
  if (origin === 'array') return minimum === 1 ? '应至少有一项' : `不能少于${minimum}项`
  return inclusive === false ? `应大于${minimum}` : `不能小于${minimum}`
}

/** So many fields are told of one request. */
const MOST_FIELDS = 20

/** The fields of a request that do not fit, each with what is expected. */
export function wrongFields({ issues }: z.ZodError): NonNullable<ApiRefusal['fields']> {
  return issues.slice(0, MOST_FIELDS).map(({ path, message }) => ({
    field: path.map((one) => String(one).slice(0, LONGEST_NAME)).join('.') || '请求内容',
    message,
  }))
}
