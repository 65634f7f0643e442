import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readText } from './support/sources.js'

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
