import { type ExplainedSetting, explainSettings, readSettings } from '@gongkai/app'
import type { Command } from 'commander'
import { print, raiseExitCode } from '../output/print.js'
import type { Surroundings } from '../surroundings.js'

/** `gongkai config`: every setting, what it is for and what it is now; exit code 1 where one cannot be used. */
export function addConfig(program: Command, { env }: Surroundings): void {
  program
    .command('config')
    .usage('[选项]')
    .description('说明各项设置的用途和现在的值，并核对有无错误')
    .option('--json', '输出 JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const settings = explainSettings(env)
      const read = readSettings(env)
      const [, ...wrong] = read.ok ? [] : read.refusal.message.split('\n')
      if (wrong.length > 0) raiseExitCode(1)
      await print(json ? JSON.stringify({ settings, wrong }) : toText(settings, wrong))
    })
}

function toText(settings: readonly ExplainedSetting[], wrong: readonly string[]): string {
  const lines = settings.map(({ name, says, value, fallback }) => {
    const unset = fallback === null ? '（未设置）' : `（未设置，按 ${fallback}）`
    return `${name}${value === null ? unset : `=${value}`}\n    ${says}`
  })
  return [...lines, ...(wrong.length > 0 ? ['', '设置有误：', ...wrong] : [])].join('\n')
}
