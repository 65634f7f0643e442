import { acceptKey, type SealedAnew, sealAnew } from '@gongkai/app'
import { refuse } from '@gongkai/law'
import type { Command } from 'commander'
import { onInstallation, readInstallation } from '../input/read-installation.js'
import { UsageError } from '../output/failures.js'
import { print } from '../output/print.js'
import type { Surroundings } from '../surroundings.js'

/** `gongkai key turn`: another key takes the place of one that is there. `gongkai key accept`: the key file that is there, or a new one, takes the place of one that is lost. */
export function addKey(program: Command, around: Surroundings): void {
  const key = program
    .command('key')
    .usage('accept --yes | turn')
    .description('更换加密个人信息的密钥')
  key
    .command('turn')
    .description(
      '换用密钥：把用 GONGKAI_OLD_KEY_FILE 加密的内容改用 GONGKAI_KEY_FILE 加密。中断的，再次运行即从中断处继续',
    )
    .action(async () => {
      const installation = readInstallation(around)
      const done = await onInstallation(installation, true, async ({ url, files, key: to }) =>
        to?.former ? sealAnew(url, files, { to, from: to.former }, showProgress()) : NO_KEYS,
      )
      await print(
        `换用密钥完成：本次${done.anew}处，此前${done.before}处${shutText(done)}。请去掉 GONGKAI_OLD_KEY_FILE，重新启动服务；以前的备份仍须用原来的密钥打开，请随备份保存。`,
      )
    })
  key
    .command('accept')
    .usage('--yes')
    .description('原来的密钥确已遗失时，改用现在的密钥文件；没有的，新建一个。请先停止服务')
    .option('--yes', '已经知悉：用原来的密钥加密的内容不能再打开')
    .action(async ({ yes = false }: { readonly yes?: boolean }) => {
      if (!yes)
        throw new UsageError(
          '更换之后，用原来的密钥加密的个人信息和动态验证码不能再打开。确已遗失、决定更换的，加 --yes 再运行。',
        )
      const installation = readInstallation(around)
      const { id, former } = await onInstallation(installation, false, ({ url }) =>
        acceptKey(url, installation.keyFile),
      )
      await print(
        former === null || former === id
          ? `${installation.keyFile}：编号为 ${id} 的密钥已在使用，没有改动。`
          : `${installation.keyFile}：今后使用编号为 ${id} 的密钥，代替编号为 ${former} 的密钥。请把密钥文件另行保存在别处。`,
      )
    })
}

const NO_KEYS = refuse(
  'key.missing',
  '请用 GONGKAI_KEY_FILE 指明新的密钥文件，用 GONGKAI_OLD_KEY_FILE 指明原来的密钥文件，再运行。',
)

/** How far it is, a line for every ten thousand. */
function showProgress(): (done: SealedAnew) => void {
  let told = 0
  return ({ anew, before, shut }) => {
    const all = anew + before + shut
    if (all - told < 10_000) return
    told = all
    process.stderr.write(`已核对${all}处\n`)
  }
}

function shutText({ shut }: SealedAnew): string {
  return shut > 0 ? `；另有${shut}处两个密钥都打不开，保持原样` : ''
}
