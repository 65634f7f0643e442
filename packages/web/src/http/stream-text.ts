/** Whoever asks for nothing for so long has gone, or holds what others wait for. */
const PATIENCE_MS = 60_000

/**
 * Text that is written piece by piece. Nothing is written before it is asked for: an answer whose body nobody reads costs nothing. One that nobody reads on
 * within `patienceMs` breaks off, and its writing ends.
 */
export function streamText(
  pieces: AsyncGenerator<string>,
  patienceMs = PATIENCE_MS,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let idle: NodeJS.Timeout | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(idle)
        const { done, value } = await pieces.next()
        if (done) return controller.close()
        controller.enqueue(encoder.encode(value))
        idle = setTimeout(() => {
          controller.error(new Error('nobody reads on'))
          pieces.return(undefined).catch(() => {})
        }, patienceMs).unref()
      },
      async cancel() {
        clearTimeout(idle)
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
