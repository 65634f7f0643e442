import { restoreBackup } from '@gongkai/app'
import type { Command } from 'commander'
import { onInstallation, readInstallation } from '../input/read-installation.js'
import { print, raiseExitCode } from '../output/print.js'
import { isSound, restoredText } from '../output/restored.js'
import type { Surroundings } from '../surroundings.js'

/** `gongkai restore FILE`: a copy into an empty database and its files into the data folder. */
export function addRestore(program: Command, around: Surroundings): void {
  program
    .command('restore')
    .usage('<备份文件>')
    .description('把备份恢复到空的数据库（由 DATABASE_URL 或 GONGKAI_DATA 指明）')
    .argument('<备份文件>', 'gongkai backup 输出的文件')
    .action(async (file: string) => {
      const restored = await onInstallation(readInstallation(around), false, (opened) =>
        restoreBackup(file, opened),
      )
      await print(`${file}：已恢复。${restoredText(restored)}`)
      if (!isSound(restored)) raiseExitCode(1)
    })
}
