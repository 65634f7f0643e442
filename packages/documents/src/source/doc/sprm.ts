/** One property modifier of a Word 97 file: its code and where its operand lies. */
export type Sprm = { readonly code: number; readonly operand: DataView }

// [MS-DOC] 2.6: the codes that bear on the text.
export const SPRM = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  listLevel: 0x260a,
  list: 0x460b,
  hugeProperties: 0x6646,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  deleted: 0x0800,
  hidden: 0x083c,
} as const

// Operand bytes by the upper three bits of the code; 6 is a counted operand.
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3]
const COUNTED = 6
const PARAGRAPH_TABS = 0xc615

/** The modifiers of a list of them, as far as it is whole. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sprms: Sprm[] = []
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = view.getUint16(at, true)
    const [lead, size] = operandSize(view, at + 2, code)
    const start = at + 2 + lead
    if (start + size > bytes.length) break
    sprms.push({ code, operand: new DataView(view.buffer, view.byteOffset + start, size) })
    at = start + size
  }
  return sprms
}

/** How many bytes of count stand before the operand, and how long it is. */
function operandSize(view: DataView, at: number, code: number): readonly [number, number] {
  const kind = code >> 13
  if (kind !== COUNTED) return [0, OPERAND_BYTES[kind] ?? 0]
  // The definition of a row counts two bytes, and one more than it has.
  if (code === SPRM.tableDefinition) {
    return at + 2 <= view.byteLength ? [2, Math.max(0, view.getUint16(at, true) - 1)] : [0, 0]
  }
  const count = view.getUint8(at)
  return code === PARAGRAPH_TABS && count === 255 ? [1, view.byteLength] : [1, count]
}
