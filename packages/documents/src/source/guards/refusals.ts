import { refuse } from '@gongkai/law'

/** Refusals that more than one format gives, each with what to do. */
export const REFUSALS = {
  empty: () =>
    refuse('file.empty', '文件是空的，没有任何内容。请检查文件是否上传、保存完整后重新提供。'),
  tooLarge: (bytes: number, limit: number) =>
    refuse(
      'file.too-large',
      `文件大小为 ${megabytes(bytes)}，超过可读取的上限 ${megabytes(limit)}，未予读取。请只保留年度报告正文，压缩或删去图片后重新保存。`,
    ),
  tooLong: (characters: number, pieces: number) =>
    refuse(
      'file.too-large',
      `文件有 ${characters} 字、${pieces} 行（格），远远超过一份年度报告，未予读取。请只保留一份年度报告的正文和附表，另存为新文件后重新提供。`,
    ),
  inflatesTooFar: () =>
    refuse(
      'file.inflates-too-far',
      '文件解压后的体积异常巨大，可能是恶意构造的压缩文件，未予读取。请用 Word、WPS 打开原文件，另存为新文件后重新提供。',
    ),
  tooManyRows: (what: string, limit: number) =>
    refuse(
      'file.too-many-rows',
      `文件的${what}超过 ${limit}，不像是年度报告，未予读取。请只保留年度报告正文和附表后重新提供。`,
    ),
  tooDeep: () =>
    refuse(
      'file.too-deep',
      '文件内部的嵌套层数或元素数量异常，可能已经损坏或者是恶意构造，未予读取。请用浏览器或 Word、WPS 打开后，将正文复制到新文件保存，再重新提供。',
    ),
  damaged: (what: string) =>
    refuse(
      'file.damaged',
      `文件已损坏或不完整：${what}。请重新下载或向报送单位索取完整的文件；能用 Word、WPS 打开的，另存为新文件后重新提供。`,
    ),
  encrypted: () =>
    refuse('file.encrypted', '文件设有打开密码，无法读取。请解除密码、另存后重新提供。'),
  noText: (what: string) =>
    refuse(
      'file.no-text',
      `文件中没有可读取的文字${what}。请提供由 Word、WPS 直接生成的电子文件，不要使用扫描件或图片。`,
    ),
  unsupported: (what: string) =>
    refuse(
      'file.unsupported',
      `暂不支持读取${what}。请另存为 docx 或者 pdf（带文字层）后重新提供。`,
    ),
  archive: () => refuse('file.unsupported', '不支持读取压缩包。请先解压，再逐个提供其中的报告。'),
  foreignData: () =>
    refuse(
      'file.unsupported',
      '这个 JSON 或 XML 文件不是本系统导出的年度报告，或者没有保存完整，无法读取。请由原报告重新导出，或者提供原报告文件。',
    ),
} as const

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
