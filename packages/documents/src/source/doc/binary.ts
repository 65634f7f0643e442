/** A view of a stretch of a stream, empty where the stretch lies outside it. */
export function stretch(stream: Uint8Array, start: number, length: number): DataView {
  const isInside = start >= 0 && length >= 0 && start + length <= stream.length
  return isInside
    ? new DataView(stream.buffer, stream.byteOffset + start, length)
    : new DataView(new ArrayBuffer(0))
}

/** The positions of a PLC ([MS-DOC] 2.2.2) and where its data elements of `size` bytes start. */
export function readPlc(
  plc: DataView,
  size: number,
): { positions: number[]; dataAt: (index: number) => number } {
  const count = Math.max(0, Math.floor((plc.byteLength - 4) / (4 + size)))
  const positions = Array.from({ length: plc.byteLength < 4 ? 0 : count + 1 }, (_, index) =>
    plc.getUint32(index * 4, true),
  )
  return { positions, dataAt: (index) => (count + 1) * 4 + index * size }
}
