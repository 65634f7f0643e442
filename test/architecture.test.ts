import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, it } from 'node:test'
import {
  type Import,
  importsOf,
  PACKAGES,
  packageOf,
  readText,
  sourcesOf,
} from './support/sources.js'

/** Which package may import which. An arrow that is not here needs an ADR before it needs a line. */
// biome-ignore format: table of ARCHITECTURE.md
const MAY_IMPORT: Record<string, readonly string[]> = {
  law:       [],
  report:    ['law'],
  proofread: ['law'],
  documents: ['law', 'report'],
  app:       ['law', 'report', 'documents', 'proofread'],
  web:       ['law', 'report', 'app'],
  console:   ['law', 'report'],
  cli:       ['law', 'report', 'documents', 'proofread', 'app'],
}

/** Types that cross without an arrow: they are gone after compilation. The console knows the API by its types. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = { console: ['web'] }

/** What a package is entered by beside its name: without a database client, the tools of `app` start sooner. */
const DOORS = ['@gongkai/app/toolkit']

/** Packages that run in a browser as they are. */
const WITHOUT_NODE = ['law', 'report', 'console']

/** Folders of tables, which are as long as the official table or the list is. */
const TABLES = ['/calendars/', '/data/', '/form/', '/lists/', '/migrations/']

const LONGEST_FILE = 300

type Manifest = {
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly overrides?: Record<string, string>
}

type Lock = { readonly packages: Record<string, LockEntry> }
type LockEntry = {
  readonly resolved?: string
  readonly link?: boolean
  readonly optionalDependencies?: Record<string, string>
}

it('every workspace has its row', () => {
  assert.deepEqual(Object.keys(MAY_IMPORT).toSorted(), PACKAGES)
})

for (const [name, allowed] of Object.entries(MAY_IMPORT)) {
  describe(`@gongkai/${name}`, () => {
    const declared = Object.keys(manifestOf(name).dependencies ?? {})
    const imports = importsOf(name)
    const types = MAY_IMPORT_TYPES[name] ?? []

    it('declares and imports no package of ours but those allowed', () => {
      const ours = (names: readonly string[]) => names.map((one) => `@gongkai/${one}`)
      const isOurs = (one: string) => one.startsWith('@gongkai/')
      assert.deepEqual(declared.filter(isOurs).filter(isNotIn(ours(allowed))), [])
      const wrong = imports.filter(({ specifier, typeOnly }) => {
        const granted = ours(typeOnly ? [...allowed, ...types] : allowed)
        return isOurs(specifier) && !granted.includes(packageOf(specifier) ?? '')
      })
      assert.deepEqual(wrong, [])
    })

    it('imports nothing that it does not declare', () => {
      const granted = [...declared, ...types.map((one) => `@gongkai/${one}`)]
      assert.deepEqual(undeclared(imports, granted), [])
    })

    it('imports packages of ours by the doors that they have, and stays inside its own folder', () => {
      const deep = imports.filter(({ specifier }) => /^@gongkai\/[^/]+\//.test(specifier))
      assert.deepEqual(
        deep.filter(({ specifier }) => !DOORS.includes(specifier)),
        [],
      )
      assert.deepEqual(imports.filter(leavesPackage), [])
    })

    it(`has no file over ${LONGEST_FILE} lines but tables`, () => {
      const long = sourcesOf(name)
        .filter(({ file }) => !TABLES.some((folder) => file.includes(folder)))
        .filter(({ text }) => text.split('\n').length - 1 > LONGEST_FILE)
      assert.deepEqual(
        long.map(({ file }) => file),
        [],
      )
    })
  })
}

describe('runs in a browser', () => {
  for (const name of WITHOUT_NODE) {
    it(`@gongkai/${name} imports nothing of Node`, () => {
      const ofNode = importsOf(name).filter(({ specifier }) => specifier.startsWith('node:'))
      assert.deepEqual(ofNode, [])
    })
  }
})

describe('law and report are pure', () => {
  // The clock, chance, the environment and the local zone of the machine.
  const IMPURE =
    /\bDate\.now\b|new Date\(\)|\bMath\.random\b|\bprocess\.|\.get(?:FullYear|Month|Date|Day|Hours)\(|\.toLocale\w*\(/

  for (const name of ['law', 'report']) {
    for (const { file, text } of sourcesOf(name)) {
      it(file, () => assert.equal(IMPURE.exec(text)?.[0], undefined))
    }
  }
})

describe('versions', () => {
  const manifests = ['package.json', ...PACKAGES.map((name) => `packages/${name}/package.json`)]

  for (const file of manifests) {
    it(`${file} names exact versions`, () => {
      const manifest: Manifest = JSON.parse(readText(file))
      const { dependencies, devDependencies, optionalDependencies, overrides } = manifest
      const all = { ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides }
      const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))
      assert.deepEqual(loose, [])
    })
  }

  const lock: Lock = JSON.parse(readText('package-lock.json'))

  it('the lock file names no host: `resolved` stands for our own folders only', () => {
    const named = Object.entries(lock.packages).filter(([, { resolved, link }]) => {
      return resolved !== undefined && !(link && resolved.startsWith('packages/'))
    })
    assert.deepEqual(named, [])
  })

  it('the lock file is complete for every platform (scripts/complete-lock.mjs)', () => {
    const optional = Object.entries(lock.packages)
      .filter(([place]) => place !== '')
      .flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}))
    const missing = optional.filter((name) => !(`node_modules/${name}` in lock.packages))
    assert.deepEqual(missing, [])
  })
})

function manifestOf(name: string): Manifest {
  return JSON.parse(readText(`packages/${name}/package.json`))
}

function undeclared(imports: readonly Import[], declared: readonly string[]): readonly Import[] {
  return imports.filter(({ specifier }) => {
    const name = packageOf(specifier)
    return name !== undefined && !declared.includes(name)
  })
}

function leavesPackage({ file, specifier }: Import): boolean {
  if (!specifier.startsWith('.')) return false
  const home = file.split('/').slice(0, 3).join('/')
  return !path.posix.join(path.posix.dirname(file), specifier).startsWith(`${home}/`)
}

function isNotIn(names: readonly string[]): (name: string) => boolean {
  return (name) => !names.includes(name)
}
