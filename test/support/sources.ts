import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The root of the repository. */
const ROOT = path.join(import.meta.dirname, '../..')

/** The names of all workspaces, in the order of the alphabet. */
export const PACKAGES: readonly string[] = readdirSync(path.join(ROOT, 'packages')).toSorted()

/** A file of code: its path from the root, and its text. */
export type SourceFile = { readonly file: string; readonly text: string }

/** One `import`, `export … from` or `import()` of a file. */
export type Import = {
  readonly file: string
  readonly specifier: string
  readonly typeOnly: boolean
}

/** The TypeScript under `packages/<name>/src`. */
export function sourcesOf(name: string): readonly SourceFile[] {
  const folder = `packages/${name}/src`
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readText(`${folder}/${file}`) }))
}

/** What the sources of a package import. */
export function importsOf(name: string): readonly Import[] {
  return sourcesOf(name).flatMap(({ file, text }) =>
    [...text.matchAll(IMPORT)].map(([, type, named, dynamic]) => ({
      file,
      specifier: named ?? dynamic ?? '',
      typeOnly: type !== undefined,
    })),
  )
}

// A statement at the start of a line, over several lines where its names are, or `import('…')` anywhere.
const IMPORT =
  /^(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

/** `hono/validator` → `hono`, `@gongkai/law/x` → `@gongkai/law`; undefined for a path or a part of Node. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]
}

/** The text of a file, by its path from the root. */
export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}
