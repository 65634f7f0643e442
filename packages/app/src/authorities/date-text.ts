/** A day as official writing prints it: 2026年1月5日. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
