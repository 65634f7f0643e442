// Loads one address or several with autocannon, in a process of its own; its argument and what it prints are JSON.
import autocannon from 'autocannon'

const { url, paths, connections, seconds, amount } = JSON.parse(process.argv[2] ?? '{}')

let next = 0
const result = await autocannon({
  url,
  connections,
  ...(seconds ? { duration: seconds } : { amount }),
  headers: { 'accept-encoding': 'gzip' },
  // Each connection asks for its share of the addresses, one after the other.
  setupClient(client) {
    const from = next++
    const share = paths.filter((_, at) => paths.length < connections || at % connections === from)
    client.setRequests(share.map((path) => ({ method: 'GET', path })))
  },
})

const { latency, requests, errors, non2xx, duration, throughput } = result
const { p50, p99, max } = latency
const perSecond = requests.total / duration
console.log(JSON.stringify({ perSecond, p50, p99, max, errors, non2xx, bytes: throughput.total }))
