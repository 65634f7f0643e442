import { acceptKey } from '@gongkai/app'
import type { Command } from 'commander'
import { onInstallation, readInstallation } from '../input/read-installation.js'
import { UsageError } from '../output/failures.js'
import { print } from '../output/print.js'
import type { Surroundings } from '../surroundings.js'

/** `gongkai key accept`: the key file that is there, or a new one, takes the place of one that is lost. */
export function addKey(program: Command, around: Surroundings): void {
  const key = program.command('key').usage('accept --yes').description('更换加密个人信息的密钥')
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
