import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import { PACKAGES, readText } from './support/sources.js'

type Start = {
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

describe('the service is started in deploy as by npm start', () => {
  const { flags, env }: Start = JSON.parse(readText('scripts/service.json'))
  const entry = 'packages/web/dist/main.js'
  const command: Readonly<Record<string, string>> = {
    'deploy/gongkai.service': `node ${[...flags, entry].join(' ')}`,
    'deploy/Dockerfile': `CMD ${JSON.stringify(['node', ...flags, entry]).replaceAll(',', ', ')}`,
  }
  for (const [file, line] of Object.entries(command)) {
    it(file, () => {
      const text = readText(file)
      assert.ok(text.includes(line), line)
      for (const [name, value] of Object.entries(env)) assert.ok(text.includes(`${name}=${value}`))
    })
  }
})

describe('the image is built of what is there', () => {
  const copied = readText('deploy/Dockerfile')
    .split('\n')
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1))
  const ignored = readText('.dockerignore').trim().split('\n')

  it('every source exists and is sent to the builder', () => {
    for (const source of copied) {
      assert.ok(existsSync(source), source)
      assert.ok(!ignored.some((name) => source === name || source.startsWith(`${name}/`)), source)
    }
  })

  it('the lock file finds every workspace and its commands', () => {
    for (const name of PACKAGES) {
      const file = `packages/${name}/package.json`
      assert.ok(copied.includes(file), file)
      const { bin = {} }: { readonly bin?: Record<string, string> } = JSON.parse(readText(file))
      for (const command of Object.values(bin)) {
        const at = `packages/${name}/${command.replace('./', '')}`
        assert.ok(
          copied.some((source) => at.startsWith(source)),
          at,
        )
      }
    }
  })

  it('what the build reads is not left out', () => {
    const { references }: { readonly references: readonly { readonly path: string }[] } =
      JSON.parse(readText('tsconfig.json'))
    for (const { path } of references) assert.ok(!ignored.includes(path.replace('./', '')), path)
  })
})

describe('what operators are told to set can be set', () => {
  const settings = new Set(
    [...readText('.env.example').matchAll(/^# ([A-Z][A-Z_0-9]*)=/gm)].map(([, name]) => name),
  )
  // Of compose alone: it makes DATABASE_URL of it.
  settings.add('GONGKAI_DATABASE_PASSWORD')
  const files = [
    ...['deploy/Dockerfile', 'deploy/compose.yaml', 'deploy/compose.env.example'],
    ...['deploy/gongkai.service', 'deploy/nginx.conf.example', 'docs/operations.md', 'README.md'],
  ]
  for (const file of files) {
    it(file, () => {
      const named = readText(file).match(/\b(?:GONGKAI_[A-Z_0-9]+|DATABASE_URL|HOST|PORT)\b/g) ?? []
      const unknown = named.filter((name) => !settings.has(name))
      assert.deepEqual(unknown, [])
    })
  }
})
