/** The type without what is undefined. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The same without members that are undefined: left out and undefined are one to a sender, and two to a type. */
export function defined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries) as Defined<T>
}
