import { createRng, type Rng } from '../generator/rng.js'

/** A file spoilt at random: bytes flipped, cut, repeated, swapped or overwritten. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const rng = createRng(seed)
  const copy = Uint8Array.from(bytes)
  const way = rng.pick(WAYS)
  return way(copy, rng)
}

const WAYS: readonly ((bytes: Uint8Array, rng: Rng) => Uint8Array)[] = [
  flip,
  cut,
  repeat,
  overwrite,
  zeroes,
]

function flip(bytes: Uint8Array, rng: Rng): Uint8Array {
  for (let i = 0; i < 1 + bytes.length / 500; i++)
    bytes[rng.int(0, bytes.length - 1)] = rng.int(0, 255)
  return bytes
}

function cut(bytes: Uint8Array, rng: Rng): Uint8Array {
  return bytes.slice(0, rng.int(1, bytes.length))
}

function repeat(bytes: Uint8Array, rng: Rng): Uint8Array {
  const from = rng.int(0, bytes.length - 1)
  const piece = bytes.slice(from, from + rng.int(1, 2000))
  return Uint8Array.from([
    ...bytes.slice(0, from),
    ...piece,
    ...piece,
    ...piece,
    ...bytes.slice(from),
  ])
}

function overwrite(bytes: Uint8Array, rng: Rng): Uint8Array {
  const from = rng.int(0, bytes.length - 1)
  const to = rng.int(0, bytes.length - 1)
  bytes.copyWithin(to, from, from + rng.int(1, 4000))
  return bytes
}

function zeroes(bytes: Uint8Array, rng: Rng): Uint8Array {
  const from = rng.int(0, bytes.length - 1)
  bytes.fill(0, from, from + rng.int(1, 200))
  return bytes
}
