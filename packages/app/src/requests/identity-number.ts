import { isLocalDate } from '@gongkai/law'

const SHAPE = /^[1-9]\d{16}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Whether `text` is a 公民身份号码: its day of birth exists and its check character is right (GB 11643-1999, ISO 7064 MOD 11-2). */
export function isIdentityNumber(text: string): boolean {
  if (!SHAPE.test(text)) return false
  if (!isLocalDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return CHECKS[sum % 11] === text[17]
}
