import pg from 'pg'

/** Milliseconds to connect, and to answer. */
const PATIENCE_MS = 3000

/** A server that has no connection left answers. */
const NONE_LEFT = '53300'

/** Whether the server of `url` answers, over a connection that is made for this question; never throws. */
export async function answers(url: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  const client = new pg.Client({
    ...{ connectionString: url, application_name: 'gongkai' },
    ...{ connectionTimeoutMillis: patienceMs, query_timeout: patienceMs },
  })
  // It breaks once more, to no question, where the server goes away meanwhile.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select')
    return true
  } catch (fault) {
    return (fault as { readonly code?: unknown }).code === NONE_LEFT
  } finally {
    // Where the server hangs, its end is not waited for.
    client.end().catch(() => {})
  }
}
