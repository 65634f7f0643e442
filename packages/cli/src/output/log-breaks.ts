import type { LogBreak } from '@gongkai/app'

// biome-ignore format: table
const BREAKS: Readonly<Record<LogBreak['kind'], string>> = {
  'event-changed':         '内容与摘要不符，已被改动',
  'event-missing':         '缺失，或者次序不对',
  'link-broken':           '没有接在前一条之后',
  'personal-data-changed': '旁附的个人信息与摘要不符，已被改动',
  'personal-data-missing': '旁附的个人信息与记录不相应，也没有依规清除的注明',
  'erasure-unrecorded':    '旁附的个人信息注明已依规清除，而记录中没有这次清除，或者与之不符',
  'payload-unknown':       '旁附的个人信息不是本系统导出的样子，内容已被改动',
  'field-unknown':         '有本系统不导出的栏目，内容已被改动',
  'line-unreadable':       '不是一条记录，内容已被改动',
  'cut-off':               '应在此处而没有：末尾被截去，或者导出没有完成',
  'noted-missing':         '为止，没有另行记下的那个摘要：记录被整体改写，或者截去了末尾',
}

/** Where a log is broken first, and how. */
export function breakText({ seq, kind }: LogBreak): string {
  return `第 ${seq} 条${BREAKS[kind]}`
}
