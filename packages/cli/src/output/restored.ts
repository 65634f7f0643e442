import type { Manifest, Restored } from '@gongkai/app'
import { breakText } from './log-breaks.js'

/** Whether what was restored is whole; what stays closed for want of the key is no fault of the copy. */
export function isSound({ proof, manifest }: Restored): boolean {
  return proof.broken === null && manifest.damaged.length === 0
}

/** `制作于 …，共 9 张表 120 行、文件 3 份` */
export function contents({ madeAt, tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `制作于 ${madeAt}，共 ${tables.length} 张表 ${rows} 行、文件 ${files.length} 份`
}

/** What was restored, in what state its log is, and what needs the key. */
export function restoredText({ manifest, upgraded, proof }: Restored): string {
  const { broken, events, head } = proof
  return [
    `${contents(manifest)}。`,
    ...(upgraded.length > 0 ? [`数据库已升级：${upgraded.join('、')}。`] : []),
    broken
      ? `操作记录的链条不完整：${breakText(broken)}。备份制作之前就已如此，请查明原因。`
      : `操作记录 ${events} 条，链条完整，最后一条的摘要为 ${head}。`,
    ...manifest.damaged.map((digest) => `备份中没有文件 ${digest}：制作备份时它已损坏。`),
    keyText(manifest, proof),
  ].join('\n')
}

function keyText(
  { keyId }: Manifest,
  { closedEvents, closedTimeCodes }: Restored['proof'],
): string {
  if (closedEvents + closedTimeCodes === 0)
    return keyId === null ? '' : `需要编号为 ${keyId} 的密钥，请与数据一并妥善保存。`
  return [
    `没有编号为 ${keyId ?? '不明'} 的密钥，以下内容打不开：`,
    ...(closedEvents > 0 ? [`  ${closedEvents} 条记录旁附的个人信息；`] : []),
    ...(closedTimeCodes > 0
      ? [`  ${closedTimeCodes} 人的动态验证码（不能用它登录，须由管理员重设）；`]
      : []),
    '  其他以密钥加密的内容。',
    '请在启动服务之前，把密钥文件放回原处，或用 GONGKAI_KEY_FILE 指明；没有它，服务不启动。确已遗失的，运行 gongkai key accept --yes，今后用新的密钥加密。',
  ].join('\n')
}
