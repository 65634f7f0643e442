import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Milliseconds: after so long without an answer it is asked whether the server answers at all, and after a no nothing is asked for so long. */
export type Doubt = { readonly doubtMs: number; readonly pauseMs: number }

/**
 * A pool for a server that may hang: it takes the connection, and says nothing. Where a connection or the answer to a statement is waited for longer
 * than `doubtMs`, `answers` asks over a connection of its own. Where that gets no answer either, the wait ends as that of a connection that
 * broke, and the connection with it; a server that is only busy is waited for.
 */
export function unlessHanging(
  pool: pg.Pool,
  answers: () => Promise<boolean>,
  { doubtMs, pauseMs }: Doubt,
): PostgresPool {
  let asking: Promise<boolean> | null = null
  let isHanging = false

  async function ask(): Promise<boolean> {
    const isThere = await answers()
    isHanging = !isThere
    if (isHanging) setTimeout(asked, pauseMs).unref()
    return isThere
  }

  function asked(): void {
    isHanging = false
  }

  function answered(): Promise<boolean> {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }

  async function waited<T>(begin: () => Promise<T>): Promise<T> {
    if (isHanging) throw hangs()
    let timer: NodeJS.Timeout | undefined
    const hanging = new Promise<never>((_, reject) => {
      const doubt = async () => {
        if (!(await answered())) reject(hangs())
        else timer = setTimeout(doubt, doubtMs)
      }
      timer = setTimeout(doubt, doubtMs)
    })
    try {
      return await Promise.race([begin(), hanging])
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async connect() {
      const connecting = pool.connect()
      try {
        return held(await waited(() => connecting), waited)
      } catch (fault) {
        // One that comes up after all is for others.
        connecting.then(
          (client) => client.release(),
          () => {},
        )
        throw fault
      }
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

/** A connection that is not used again once an answer of it was not waited for to its end. */
function held(
  client: pg.PoolClient,
  waited: <T>(begin: () => Promise<T>) => Promise<T>,
): PostgresPoolClient {
  let broken: unknown
  const query = async (text: string, values: readonly unknown[]) => {
    if (broken) throw broken
    try {
      return await waited(() => client.query(text, [...values]))
    } catch (fault) {
      if (isUnanswered(fault)) broken = fault
      throw fault
    }
  }
  return {
    // Nothing is read by a cursor.
    query: query as unknown as PostgresPoolClient['query'],
    release: (isDiscarded) => client.release(isDiscarded || broken !== undefined),
  }
}

const HANGS = 'Connection terminated: the server does not answer'

function hangs(): Error {
  return new Error(HANGS)
}

function isUnanswered(fault: unknown): boolean {
  return (
    fault instanceof Error && (fault.message === HANGS || fault.message === 'Query read timeout')
  )
}
