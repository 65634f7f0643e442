/** Characters that a password has at least; the server decides. */
const SHORTEST = 12

/** How a password stands, in words. */
export function passwordWords(password: string, again: string): string {
  const length = [...password.normalize('NFKC')].length
  if (length === 0) return `至少${SHORTEST}个字符，可以用几个互不相干的词语连成一句。`
  if (length < SHORTEST) return `太短：已有${length}个字符，还差${SHORTEST - length}个。`
  if (new Set(password).size < 5) return '容易被猜到：不同的字符太少。'
  if (again !== '' && again !== password) return '两次填写的密码不一致。'
  return length < 16 ? '长度合格；再长一些更好。' : '长度很好。'
}
