import { existsSync } from 'node:fs'
import { type Manifest, makeBackup, verifyBackup } from '@gongkai/app'
import type { Command } from 'commander'
import { onInstallation, orStop, readInstallation } from '../input/read-installation.js'
import { UsageError } from '../output/failures.js'
import { print, raiseExitCode, say } from '../output/print.js'
import { contents, isSound, restoredText } from '../output/restored.js'
import type { Surroundings } from '../surroundings.js'

type Options = { readonly output?: string; readonly verify?: string; readonly force?: boolean }

/** `gongkai backup -o FILE`: a copy of database and files, also while the service runs. `--verify FILE`: whether a copy can be restored. */
export function addBackup(program: Command, around: Surroundings): void {
  program
    .command('backup')
    .usage('-o <文件> 或 --verify <文件>')
    .description('备份数据库和文件，服务运行时也可以；或者核验一份备份')
    .option('-o, --output <文件>', '备份写入的文件')
    .option('--force', '文件已存在时覆盖')
    .option('--verify <文件>', '把备份恢复到临时数据库，核验后删去；不影响现有数据')
    .action(({ output, verify, force = false }: Options) => {
      if ((output === undefined) === (verify === undefined))
        throw new UsageError('请用 -o 写明备份写入的文件，或用 --verify 写明要核验的备份。')
      return output ? make(output, force, around) : prove(verify ?? '', around)
    })
}

async function make(file: string, force: boolean, around: Surroundings): Promise<void> {
  if (!force && existsSync(file))
    throw new UsageError(`${file} 已经存在。换一个文件名，或者加 --force 覆盖。`)
  const installation = readInstallation(around)
  const manifest = await onInstallation(installation, true, ({ url, files, key }) =>
    makeBackup({ url, files, keyId: key?.id ?? null, madeAt: around.now() }, file),
  )
  await print(`${file}：备份完成，${contents(manifest)}。`)
  await print(keyNote(manifest, installation.keyFile))
  if (manifest.damaged.length === 0) return
  raiseExitCode(1)
  for (const digest of manifest.damaged)
    say(`文件 ${digest} 已损坏，没有备份。请从以前的备份中取回。`)
}

function keyNote({ keyId }: Manifest, keyFile: string): string {
  return keyId === null
    ? `没有找到密钥文件 ${keyFile}。如已设在别处，请用 GONGKAI_KEY_FILE 指明后重新备份。`
    : `密钥（编号 ${keyId}）不在备份中，请把 ${keyFile} 另行保存在别处。`
}

async function prove(file: string, around: Surroundings): Promise<void> {
  const restored = orStop(await verifyBackup(file, readInstallation(around).keyFile))
  await print(`${file}：可以恢复。${restoredText(restored)}`)
  if (!isSound(restored)) raiseExitCode(1)
}
