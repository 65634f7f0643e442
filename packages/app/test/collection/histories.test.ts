import assert from 'node:assert/strict'
import { it } from 'node:test'
import { randoms } from '../../../law/test/support/randoms.js'
import { type ReportState, type Step, stepFrom } from '../../src/collection/states.js'

const HISTORIES = 5000
const LONGEST = 40

/** A sign for each step. */
// biome-ignore format: table
const LETTERS: Readonly<Record<Step, string>> = {
  start: '起', save: '存', submit: '报', return: '退', accept: '收', publish: '公', correct: '更', withdraw: '撤', close: '结', reopen: '恢',
}

/**
 * Everything that may become of a report, as one expression: begun, and anew as often as one likes; handed in, returned and improved as often as
 * it takes; accepted; published; corrected; withdrawn, which is the end. Until it is accepted the duty may end, and begin again where it was. A history
 * that is not over may stop anywhere.
 */
const LIFE =
  /^(结恢)*(结|起([起存]|结恢)*(结|报(退(存|结恢)*报)*(退(存|结恢)*结?|收(公[存更]*撤?)?)?)?)?$/

it(`任意${HISTORIES}段经过：能办的每一步都合乎报送办法，不能办的都说明现在可以办什么`, () => {
  const chance = randoms(20260105)
  const steps = Object.keys(LETTERS) as readonly Step[]
  const pick = (list: readonly Step[]) => list[Math.floor(chance() * list.length)] ?? assert.fail()
  const lengths = new Set<number>()
  for (let at = 0; at < HISTORIES; at++) {
    let state: ReportState = 'notStarted'
    let before: ReportState = state
    let history = ''
    for (let tries = 0; tries < LONGEST; tries++) {
      const possible: readonly Step[] = steps.filter((step) => LIFE.test(history + LETTERS[step]))
      // Mostly what is possible, so that it comes far; the end only now and then.
      const step = possible.length > 0 && chance() < 0.7 ? pick(possible) : pick(steps)
      if (step === 'withdraw' && chance() < 0.8) continue
      const done = stepFrom(step, state)
      assert.equal(done.ok, possible.includes(step), `${history} then ${step}`)
      if (done.ok) {
        if (step === 'close') before = state
        state = step === 'reopen' ? before : done.value.to
        history += LETTERS[step]
      } else {
        const isOver = done.refusal.message.includes('办理已经结束')
        assert.equal(isOver, possible.length === 0, `${history}: ${done.refusal.message}`)
      }
    }
    lengths.add(history.length)
    assert.match(history, LIFE)
  }
  assert.ok(Math.max(...lengths) > 25)
})
