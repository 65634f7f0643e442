import { Command } from 'commander'
import { addCheck } from './commands/check.js'
import { addCompare } from './commands/compare.js'
import { addMerge } from './commands/merge.js'
import { addRead } from './commands/read.js'
import { addRules } from './commands/rules.js'
import { addSchema } from './commands/schema.js'
import { addWrite } from './commands/write.js'
import type { Surroundings } from './surroundings.js'

/** What needs no database. */
const TOOLKIT = {
  read: addRead,
  check: addCheck,
  write: addWrite,
  merge: addMerge,
  compare: addCompare,
  rules: addRules,
  schema: addSchema,
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

// Characters that take two columns of a terminal.
const WIDE = /[\u2e80-\uffe6]/g

const AFTER = `
文件可以是 txt、md、html、docx、doc、pdf、xlsx、xls，或者本工具输出的 json、xml、csv；给出文件夹的，读取其中（含下级文件夹）上述类型的文件。
退出码：0 没有错误；1 检查发现错误；2 有文件未能读取，或者命令用法不对。多份文件取最大值。
`

/**
 * Does what `argv` asks of the command `gongkai`. Of the platform's commands it knows only where one of the toolkit is not
 * asked for: that starts without a database client. Usage errors are thrown as `CommanderError`.
 */
export async function run(argv: readonly string[], around: Surroundings): Promise<void> {
  const asked = argv.slice(2).find((word) => !word.startsWith('-'))
  const command = toolkit()
  if (asked === undefined || !Object.hasOwn(TOOLKIT, asked)) {
    const { addPlatformCommands } = await import('./commands/platform.js')
    addPlatformCommands(command, around)
  }
  await command.parseAsync(argv)
}

function toolkit(): Command {
  const command = new Command('gongkai')
    .description('政府信息公开工作年度报告：读取、检查、生成、汇总、比较；本系统的设置、备份和记录')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .option('--debug', '程序出错时显示详细信息')
    .addHelpText('after', AFTER)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
      displayWidth: (text) => text.length + (text.match(WIDE)?.length ?? 0),
    })
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride()
  for (const add of Object.values(TOOLKIT)) add(command)
  return command
}
