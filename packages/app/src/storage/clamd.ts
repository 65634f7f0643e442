import { connect, type Socket } from 'node:net'

/** What the scanner said of a file. */
type Scan = { readonly found: string | null }

export type Scanner = (bytes: Uint8Array) => Promise<Scan>

/** The scanner sends no word for so long: it is taken for gone. */
const PATIENCE_MS = 60_000
const PIECE_BYTES = 64 * 1024

/**
 * Asks a ClamAV daemon (`tcp://host:port` or `unix:/path`), by its command INSTREAM. Throws where it does not answer, or answers neither that the
 * file is clean nor what it found: an unknown answer is none.
 */
export function clamdScanner(url: string, patienceMs = PATIENCE_MS): Scanner {
  return async (bytes) => {
    const said = await asked(open(url).setTimeout(patienceMs), bytes)
    if (said === 'stream: OK') return { found: null }
    const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
    if (found === undefined) throw new Error(`the virus scanner said “${said}”`)
    return { found }
  }
}

function open(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url)
  if (protocol === 'unix:') return connect(decodeURIComponent(pathname))
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ''))
}

function asked(socket: Socket, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      said += text
      // An answer ends with a zero byte, as the command that begins with z asks.
      if (!said.endsWith('\0')) return
      resolve(said.slice(0, -1).trim())
      socket.destroy()
    })
    socket.on('timeout', () => socket.destroy(new Error('the virus scanner does not answer')))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the virus scanner closed the connection')))
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES)
      socket.write(lengthOf(piece.length))
      socket.write(piece)
    }
    socket.write(lengthOf(0))
  })
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
