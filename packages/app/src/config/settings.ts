import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  anyText,
  clamdUrl,
  folder,
  hostName,
  mailbox,
  networks,
  type Parse,
  port,
  postgresUrl,
  secureUrl,
  smtpUrl,
  webUrl,
} from './parse.js'

/** One value that an operator may set, as an environment variable. */
export type SettingSpec<T> = {
  readonly name: string
  /** What it is for, and what happens where it is not set. */
  readonly says: string
  readonly example: string
  /** Never shown. */
  readonly secret: boolean
  readonly fallback: T
  readonly parse: Parse<T>
}

/** Everything that can be set, in the order in which it is explained. */
export const SETTINGS = {
  port: setting({
    name: 'PORT',
    says: '网页服务的端口。',
    example: '8080',
    fallback: 8080,
    parse: port,
  }),
  host: setting({
    name: 'HOST',
    says: '监听的地址。默认只有本机可以访问；供其他计算机访问的，设为 0.0.0.0，并在前面加设 HTTPS 代理。',
    example: '127.0.0.1',
    fallback: '127.0.0.1',
    parse: hostName,
  }),
  publicUrl: setting({
    name: 'GONGKAI_PUBLIC_URL',
    says: '使用者打开本系统的网址，邮件中的链接以它开头。不设时为 http://localhost 加端口。',
    example: 'https://xxgk.example.gov.cn',
    fallback: null,
    parse: webUrl,
  }),
  trustedProxies: setting({
    name: 'GONGKAI_TRUSTED_PROXIES',
    says: '前置代理的地址，用逗号分隔。只有它们转告的来访地址才被采信，用于登录次数的限制。',
    example: '10.0.0.5,10.0.1.0/24',
    fallback: [],
    parse: networks,
  }),
  data: setting({
    name: 'GONGKAI_DATA',
    says: '数据目录，存放自带的数据库、文件和密钥。不设时为程序目录下的 data。',
    example: '/var/lib/gongkai',
    fallback: null,
    parse: folder,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    says: '自有 PostgreSQL（15 或更新版本）的连接地址，用数据库所有者的身份。不设时使用自带的数据库。',
    example: 'postgresql://gongkai:密码@10.0.0.8/gongkai',
    secret: true,
    fallback: null,
    parse: postgresUrl,
  }),
  keyFile: setting({
    name: 'GONGKAI_KEY_FILE',
    says: '加密个人信息所用密钥的文件。不设时为数据目录下的 secret.key。请另行备份：没有它，备份中的个人信息打不开。',
    example: '/etc/gongkai/secret.key',
    fallback: null,
    parse: anyText,
  }),
  oldKeyFile: setting({
    name: 'GONGKAI_OLD_KEY_FILE',
    says: '换用密钥时，原来的密钥文件：只用来打开还没有重新加密的内容。gongkai key turn 完成以后去掉。',
    example: '/etc/gongkai/secret-2025.key',
    fallback: null,
    parse: anyText,
  }),
  smtpUrl: setting({
    name: 'GONGKAI_SMTP_URL',
    says: '发送邮件的服务器。不设时不发送邮件，邮件存为数据目录下 mail 中的文件。',
    example: 'smtps://xxgk%40example.gov.cn:密码@smtp.example.gov.cn:465',
    secret: true,
    fallback: null,
    parse: smtpUrl,
  }),
  mailFrom: setting({
    name: 'GONGKAI_MAIL_FROM',
    says: '邮件的发件人。',
    example: '政府信息公开工作系统 <xxgk@example.gov.cn>',
    fallback: '政府信息公开工作系统 <gongkai@localhost>',
    parse: mailbox,
  }),
  oidcIssuer: setting({
    name: 'GONGKAI_OIDC_ISSUER',
    says: '统一身份认证（OpenID Connect）的签发地址。设了以后，登录页出现相应的按钮；首次登录按登录名对应已有的账户，不会新增账户。',
    example: 'https://sso.example.gov.cn',
    fallback: null,
    parse: secureUrl,
  }),
  oidcClient: setting({
    name: 'GONGKAI_OIDC_CLIENT_ID',
    says: '本系统在统一身份认证中的客户端编号。回调地址登记为本系统网址加 /api/v1/session/identity/callback。',
    example: 'gongkai',
    fallback: null,
    parse: anyText,
  }),
  oidcSecret: setting({
    name: 'GONGKAI_OIDC_CLIENT_SECRET',
    says: '客户端的密钥。',
    example: '密钥',
    secret: true,
    fallback: null,
    parse: anyText,
  }),
  oidcClaim: setting({
    name: 'GONGKAI_OIDC_CLAIM',
    says: '统一身份认证的哪一项与本系统的登录名相同。',
    example: 'preferred_username',
    fallback: 'preferred_username',
    parse: anyText,
  }),
  oidcLabel: setting({
    name: 'GONGKAI_OIDC_LABEL',
    says: '登录页按钮上的名称。',
    example: '省统一身份认证',
    fallback: '统一身份认证',
    parse: anyText,
  }),
  s3Url: setting({
    name: 'GONGKAI_S3_URL',
    says: '存放文件的 S3 服务，网址后加存储桶名称，桶内另有文件夹的再加文件夹。不设时文件存在数据目录下的 files。',
    example: 'https://s3.example.gov.cn/gongkai',
    fallback: null,
    parse: secureUrl,
  }),
  s3Region: setting({
    name: 'GONGKAI_S3_REGION',
    says: 'S3 服务的区域。',
    example: 'us-east-1',
    fallback: 'us-east-1',
    parse: anyText,
  }),
  s3KeyId: setting({
    name: 'GONGKAI_S3_KEY_ID',
    says: 'S3 服务的访问密钥编号。',
    example: '编号',
    fallback: null,
    parse: anyText,
  }),
  s3Secret: setting({
    name: 'GONGKAI_S3_SECRET',
    says: 'S3 服务的访问密钥。',
    example: '密钥',
    secret: true,
    fallback: null,
    parse: anyText,
  }),
  clamd: setting({
    name: 'GONGKAI_CLAMD',
    says: '病毒查杀服务（ClamAV）的地址。设了以后，每个文件查杀以后才接收；查杀服务没有应答时不接收。不设时不查杀。',
    example: 'tcp://127.0.0.1:3310',
    fallback: null,
    parse: clamdUrl,
  }),
} as const

type SettingKey = keyof typeof SETTINGS

export type Settings = {
  readonly [Key in SettingKey]: (typeof SETTINGS)[Key] extends SettingSpec<infer T> ? T : never
}

/** The settings in `env`; refused with a line for each value that cannot be used. A value that is empty counts as not set. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Result<Settings, Refusal<'config.invalid'>> {
  const entries: [string, unknown][] = []
  const wrong: string[] = []
  for (const [key, spec] of Object.entries(SETTINGS) as [string, SettingSpec<unknown>][]) {
    const text = env[spec.name]?.trim() ?? ''
    const parsed = text === '' ? ok(spec.fallback) : spec.parse(text)
    if (parsed.ok) entries.push([key, parsed.value])
    else wrong.push(`${spec.name}：${parsed.refusal.message}例如：${spec.name}=${spec.example}`)
  }
  const settings = Object.fromEntries(entries) as Settings
  if (wrong.length === 0) wrong.push(...lacking(settings))
  if (wrong.length > 0) return refuse('config.invalid', `设置有误，没有启动。\n${wrong.join('\n')}`)
  return ok(settings)
}

/** What is set without what belongs to it. */
function lacking(settings: Settings): readonly string[] {
  const { oidcIssuer, oidcClient, s3Url, s3KeyId, s3Secret } = settings
  const lines: string[] = []
  if (oidcIssuer !== null && oidcClient === null) {
    lines.push('GONGKAI_OIDC_ISSUER：还应设 GONGKAI_OIDC_CLIENT_ID。')
  }
  if (s3Url !== null && (s3KeyId === null || s3Secret === null)) {
    lines.push('GONGKAI_S3_URL：还应设 GONGKAI_S3_KEY_ID 和 GONGKAI_S3_SECRET。')
  }
  return lines
}

function setting<T>(spec: Omit<SettingSpec<T>, 'secret'> & { secret?: boolean }): SettingSpec<T> {
  return { secret: false, ...spec }
}
