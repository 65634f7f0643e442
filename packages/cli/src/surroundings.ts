/** What the command is given from outside: nothing below `main.ts` looks for it. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
}
