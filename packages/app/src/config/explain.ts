import { SETTINGS, type SettingSpec } from './settings.js'

/** A setting with what is in force, for whoever asks why the system behaves as it does. */
export type ExplainedSetting = {
  readonly name: string
  readonly says: string
  readonly example: string
  /** As it was set; `（已设置，不显示）` for a secret; null where it is not set. */
  readonly value: string | null
  /** What holds where it is not set; null where the explanation says it. */
  readonly fallback: string | null
}

/** Every setting with its value in `env`. */
export function explainSettings(
  env: Readonly<Record<string, string | undefined>>,
): readonly ExplainedSetting[] {
  const specs: readonly SettingSpec<unknown>[] = Object.values(SETTINGS)
  return specs.map(({ name, says, example, secret, fallback }) => {
    const text = env[name]?.trim() || null
    return {
      name,
      says,
      example,
      value: secret && text !== null ? '（已设置，不显示）' : text,
      fallback: fallback === null || Array.isArray(fallback) ? null : String(fallback),
    }
  })
}

/** The file `.env.example`: every setting, explained and not set. */
export function envExample(): string {
  const specs: readonly SettingSpec<unknown>[] = Object.values(SETTINGS)
  const parts = specs.map(({ name, says, example }) => `# ${says}\n# ${name}=${example}\n`)
  return `# 公开：设置。复制为 .env 后去掉行首的“# ”再填写；gongkai config 说明各项现在的值。\n\n${parts.join('\n')}`
}
