import type { CaseManifest, FiledCase, PrintedCase } from './filed-case.js'

/** A case as one PDF/A-2b, and the zip of its originals with this PDF and the manifest (归档). */
export async function fileCase(filed: FiledCase): Promise<{
  readonly printed: PrintedCase
  readonly packed: { readonly bytes: Uint8Array; readonly manifest: CaseManifest }
}> {
  // Libraries are loaded when the first case needs them.
  const { printCase } = await import('./print-case.js')
  const { packCase } = await import('./pack-case.js')
  const printed = await printCase(filed)
  return { printed, packed: packCase(filed, printed.bytes) }
}
