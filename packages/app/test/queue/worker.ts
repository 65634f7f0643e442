// Works off the queue of the database that it is given, until it is killed.
import { startQueue } from '../../src/queue/start-queue.js'
import { openDatabase } from '../../src/storage/open-database.js'
import { STAMP } from './stamp-job.js'

const [, , url = '', tenantId = ''] = process.argv
const { db } = openDatabase(url, 4)
const platform = {
  db,
  tenantId,
  key: { id: 'test', bytes: Buffer.alloc(32, 7) },
  now: () => new Date(),
}
await startQueue(platform, [STAMP], {
  onFault: (fault) => process.stderr.write(`${fault.stack}\n`),
  pollSeconds: 0.5,
  watchSeconds: 1,
})
