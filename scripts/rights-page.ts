import { RIGHTS, type Right } from '../packages/app/src/rights/rights.js'
import { ROLE_IDS, ROLES } from '../packages/app/src/rights/roles.js'

const HEAD = `# 职责与权限

本页由 \`npm run docs\` 按权限数据生成，请勿手工修改。“本级”指在任职的机关可以办理，“及以下”指在任职的机关及其全部下级机关可以办理，
空格指不能办理。数据库按同样的规定再判断一次。
`

const OWN = `## 本人的事项

人人都可以办理，他人不能代办：修改密码，启用、停用动态验证码，查看和结束自己的登录，查看自己的信息，在缺席期间为自己的职责指定或者终止代理人。

代理人在代理期间以被代理人的职责办理，记录两个人；代理人不能再指定代理人。起草的人不能审定自己起草的内容，也不能通过代理人审定。
`

/** docs/rights.md: what each role is for, and who may do what. */
export function rightsPage(): string {
  const roles = ROLE_IDS.map((role) => `- **${ROLES[role].label}**：${ROLES[role].says}`)
  const labels = ROLE_IDS.map((role) => ROLES[role].label)
  const table = [
    row(['事项', ...labels]),
    row(['---', ...labels.map(() => '---')]),
    ...Object.values(RIGHTS).map(rightRow),
  ]
  return `${HEAD}\n## 职责\n\n${roles.join('\n')}\n\n## 权限\n\n${table.join('\n')}\n\n${OWN}`
}

function rightRow({ label, roles, reach }: Right): string {
  const word = reach === 'own' ? '本级' : '及以下'
  return row([label, ...ROLE_IDS.map((role) => (roles.includes(role) ? word : ''))])
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
