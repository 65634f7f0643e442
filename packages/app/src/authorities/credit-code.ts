// GB 32100-2015, table 2: no I, O, S, V, Z.
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = 31
// Registering department and kind, six digits of the region, nine of the organisation, the check character.
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** Whether `code` is a 统一社会信用代码 whose check character is right (GB 32100-2015, 5.6: weights 3^(i-1) modulo 31). */
export function isCreditCode(code: string): boolean {
  if (!SHAPE.test(code)) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, -1)) {
    sum += CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % MODULUS
  }
  const check = (MODULUS - (sum % MODULUS)) % MODULUS
  return code.at(-1) === CHARACTERS[check]
}
