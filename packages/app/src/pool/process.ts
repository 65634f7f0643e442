import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Converter, ConverterReply, StartConverter } from './converter.js'
import type { FromProcess, ToProcess } from './process-main.js'
import { faulty, tooHeavy } from './refuse-task.js'
import type { Task } from './tasks.js'

// Beside this file, as source or compiled.
const MAIN = new URL(import.meta.url.replace(/[^/]*(\.\w+)$/, 'process-main$1'))
const FLAGS = MAIN.pathname.endsWith('.ts') ? ['--import', 'tsx'] : []

/** Given nothing for so long, a process ends; the next task starts another within a second. */
const IDLE_MS = 120_000

/** Characters that are kept of what a process printed last. */
const SAID = 2000

/**
 * A process of its own: what its libraries keep goes with it, and what crashes it ends nothing else. It ends when it was given nothing for
 * `IDLE_MS`, after a task that left it large, and with this process, however this ends.
 */
export const startProcess: StartConverter = (limits, references): Converter => {
  const child = startMain()
  const send = (message: ToProcess) => child.process.send(message)
  send({ kind: 'start', limits, references })
  let stamp = ''
  const give = (task: Task) => {
    const siblings = task.kind === 'checkSaved' ? task.siblings : undefined
    if (siblings && siblings.stamp !== stamp) {
      stamp = siblings.stamp
      send({ kind: 'siblings', stamp, bytes: new Uint8Array(siblings.bytes) })
    }
    const alone = siblings ? { ...task, siblings: undefined } : task
    send({ kind: 'task', task: alone, isAmongSiblings: siblings !== undefined })
  }
  const run = async (task: Task): Promise<ConverterReply> => {
    give(task)
    const [reply] = (await once(child.process, 'message', { signal: child.gone })) as [FromProcess]
    const { isSpent, ...rest } = reply
    if (isSpent) child.end()
    return rest
  }
  let idle: NodeJS.Timeout | undefined
  return {
    isGone: () => child.gone.aborted,
    async run(task) {
      clearTimeout(idle)
      try {
        return await run(task)
      } catch (error) {
        const reason = child.gone.reason ?? error
        return reason instanceof OutOfMemory ? tooHeavy(task, limits.memoryMb) : faulty(reason)
      } finally {
        idle = setTimeout(child.end, IDLE_MS).unref()
      }
    },
    async stop() {
      child.end()
      await child.closed
    },
  }
}

class OutOfMemory extends Error {}

/** Of the service it has neither settings nor secrets: not even its environment. */
function startMain() {
  const child = fork(MAIN, {
    execArgv: FLAGS,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Ctrl+C at a terminal is for the service alone, which lets what is under way come to its end.
    detached: true,
  })
  const gone = new AbortController()
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-SAID)
  })
  child.on('error', (error) => gone.abort(error))
  const closed = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      gone.abort(deathOf(code ?? signal, said))
      resolve()
    })
  })
  const end = () => {
    gone.abort(new Error('转换进程已停止'))
    child.kill('SIGKILL')
  }
  return { process: child, gone: gone.signal, closed, end }
}

function deathOf(how: unknown, said: string): Error {
  if (/out of memory|allocation failed/i.test(said)) return new OutOfMemory()
  return new Error(`转换进程意外退出（${how}）`, { cause: said })
}
