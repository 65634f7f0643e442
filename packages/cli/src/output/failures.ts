import type { CommanderError } from 'commander'

/** Says on stderr what went wrong and ends with exit code 2; a stack trace only where `debug` asks for it. */
export function fail(error: unknown, debug: boolean): void {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`gongkai：${message}\n`)
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exitCode = 2
}

/** Wrong usage that the user has to set right: thrown with a Chinese message, said without a trace. */
export class UsageError extends Error {}

const USAGE: Readonly<Record<string, (named: string) => string>> = {
  'commander.missingArgument': (named) => `缺少参数 ${named}。`,
  'commander.optionMissingArgument': (named) => `选项 ${named} 后面缺少内容。`,
  'commander.missingMandatoryOptionValue': (named) => `必须给出选项 ${named}。`,
  'commander.unknownOption': (named) => `没有 ${named} 这个选项。`,
  'commander.unknownCommand': (named) => `没有 ${named} 这个命令。`,
  'commander.excessArguments': () => '参数过多。',
  'commander.help': () => '请写明要执行的命令。',
}

/** What is wrong with the command line, in words. */
export function usageMessage({ code, message }: CommanderError): string {
  const [, named = ''] = /'([^']+)'/.exec(message) ?? []
  // Our own words follow those of commander where an option's content is wrong.
  const words = USAGE[code]?.(named) ?? message.replace(/^error: (?:.* is invalid\. )?/, '')
  return `${words}用 gongkai --help 或 gongkai <命令> --help 查看用法。`
}
