/** So much of an answer is given to its connection in one turn; so much of a body is taken in one. */
const PIECE_BYTES = 1_000_000

/**
 * The body of a request, a large one piece by piece as it comes, so that it never keeps the others waiting; null where it
 * has more than `limit` bytes, by what it announces or by what comes.
 */
export async function collectBody(request: Request, limit: number): Promise<ArrayBuffer | null> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limit) return null
  if (announced > 0 && announced <= PIECE_BYTES) return request.arrayBuffer()
  let body = new Uint8Array(announced)
  let size = 0
  // What is left of a body that is too large is left where it is.
  for await (const piece of request.body?.values({ preventCancel: true }) ?? []) {
    if (size + piece.length > limit) return null
    if (size + piece.length > body.length) body = grown(body, size + piece.length, limit)
    body.set(piece, size)
    size += piece.length
  }
  return size === body.length ? body.buffer : body.buffer.slice(0, size)
}

function grown(body: Uint8Array<ArrayBuffer>, needed: number, limit: number) {
  const larger = new Uint8Array(Math.max(needed, Math.min(limit, body.length * 2)))
  larger.set(body)
  return larger
}

/** The bytes of an answer as they go out: large ones in pieces. */
export function outgoing(bytes: Uint8Array<ArrayBuffer>) {
  return bytes.length > PIECE_BYTES ? inPieces(bytes) : bytes
}

function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(sent, sent + PIECE_BYTES))
      sent += PIECE_BYTES
      if (sent >= bytes.length) controller.close()
    },
  })
}
