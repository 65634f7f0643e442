import assert from 'node:assert/strict'
import { it } from 'node:test'
import { faultOf } from '../../src/queue/fault-of.js'

it('what a worker met is told as an error, with its code', () => {
  const emitted = { message: 'connect', stack: 'Error: connect', code: 'ECONNREFUSED', queue: 'a' }
  const fault = faultOf(emitted)
  assert.ok(fault instanceof Error)
  assert.deepEqual({ ...fault, message: fault.message, stack: fault.stack }, emitted)
  const whole = new Error('whole')
  assert.equal(faultOf(whole), whole)
})
