/** A path of the API with its query; what is empty or null is left out. */
export function withQuery(
  path: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') query.set(key, `${value}`)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
