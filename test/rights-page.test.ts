import assert from 'node:assert/strict'
import { it } from 'node:test'
import { rightsPage } from '../scripts/rights-page.js'
import { readText } from './support/sources.js'

it('docs/rights.md is what npm run docs would write', () => {
  assert.equal(readText('docs/rights.md'), rightsPage())
})

it('every role has a column, and says for each thing whether it may', () => {
  const lines = rightsPage()
    .split('\n')
    .filter((line) => line.startsWith('| '))
  assert.ok(lines.length > 10)
  for (const line of lines) assert.equal(line.split(' | ').length, 10, line)
})
