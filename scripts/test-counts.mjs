// A reporter of node --test for scripts/test.mjs: one JSON object with the numbers of passed and failed tests, and the
// names and reasons of those skipped. Suites are not counted.
export default async function* counts(events) {
  const result = { passed: 0, failed: 0, skipped: [] }
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue
    if (type === 'test:fail') result.failed += 1
    if (type !== 'test:pass') continue
    const skip = data.skip ?? data.todo
    if (skip === undefined || skip === false) result.passed += 1
    else result.skipped.push(skip === true || skip === '' ? data.name : `${data.name}：${skip}`)
  }
  yield JSON.stringify(result)
}
