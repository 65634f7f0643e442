import { readPlc, stretch } from './binary.js'
import { readSprms, SPRM, type Sprm } from './sprm.js'
import type { DocStreams } from './streams.js'

/** A run of bytes of the main stream that share their properties. */
export type Run = {
  readonly start: number
  readonly end: number
  /** Paragraph style; 0 for runs of characters. */
  readonly style: number
  readonly sprms: readonly Sprm[]
}

const CHARACTER_RUNS = 0x00fa
const PARAGRAPH_RUNS = 0x0102
const PAGE_BYTES = 512
const PARAGRAPH_SLOT_BYTES = 13

/** Character runs that change something, in order of bytes. */
export function characterRuns(streams: DocStreams): Run[] {
  return readRuns(
    streams,
    CHARACTER_RUNS,
    (page, slot) => {
      const at = page.getUint8(slot) * 2
      return at === 0 ? null : { style: 0, sprms: sprmsAt(page, at + 1, page.getUint8(at)) }
    },
    1,
  )
}

/** Paragraph runs in order of bytes, properties that were too long for their page fetched from the data stream. */
export function paragraphRuns(streams: DocStreams): Run[] {
  return readRuns(
    streams,
    PARAGRAPH_RUNS,
    (page, slot) => {
      const at = page.getUint8(slot) * 2
      if (at === 0) return null
      const half = page.getUint8(at)
      const [start, size] =
        half === 0 ? [at + 2, page.getUint8(at + 1) * 2] : [at + 1, half * 2 - 1]
      if (start + size > PAGE_BYTES || size < 2) return null
      const sprms = sprmsAt(page, start + 2, size - 2)
      return { style: page.getUint16(start, true), sprms: withHuge(sprms, streams.data) }
    },
    PARAGRAPH_SLOT_BYTES,
  )
}

/** The run a byte lies in. */
export function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const run = runs[low]
  return run && run.start <= offset ? run : undefined
}

/** The pages of formatted runs ([MS-DOC] 2.9.33, 2.9.166): byte positions, slots, the count in the last byte. */
function readRuns(
  { main, part }: DocStreams,
  offset: number,
  read: (page: DataView, slot: number) => Omit<Run, 'start' | 'end'> | null,
  slotBytes: number,
): Run[] {
  const plc = part(offset)
  const { positions, dataAt } = readPlc(plc, 4)
  const runs: Run[] = []
  for (let index = 0; index + 1 < positions.length; index++) {
    const pageNumber = plc.getUint32(dataAt(index), true) & 0x3fffff
    const page = stretch(main, pageNumber * PAGE_BYTES, PAGE_BYTES)
    if (page.byteLength === 0) continue
    const count = Math.min(
      page.getUint8(PAGE_BYTES - 1),
      Math.floor((PAGE_BYTES - 5) / (4 + slotBytes)),
    )
    for (let run = 0; run < count; run++) {
      const about = read(page, (count + 1) * 4 + run * slotBytes)
      const start = page.getUint32(run * 4, true)
      if (about) runs.push({ start, end: page.getUint32(run * 4 + 4, true), ...about })
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}

function sprmsAt(page: DataView, start: number, length: number): Sprm[] {
  const end = Math.min(page.byteLength, start + length)
  if (end <= start) return []
  return readSprms(new Uint8Array(page.buffer, page.byteOffset + start, end - start))
}

function withHuge(sprms: readonly Sprm[], data: Uint8Array): readonly Sprm[] {
  const huge = sprms.find(({ code }) => code === SPRM.hugeProperties)
  if (!huge) return sprms
  const at = huge.operand.getUint32(0, true)
  if (at + 2 > data.length) return sprms
  const length = stretch(data, at, 2).getUint16(0, true)
  return [...sprms, ...readSprms(data.subarray(at + 2, at + 2 + length))]
}
