import { useCallback, useEffect, useState } from 'react'
import { call, type Refused } from './call.js'

export type Asked<T> = {
  /** What was answered last; it stays while the same thing is asked for anew. */
  readonly value: T | null
  readonly refused: Refused | null
  readonly isWaiting: boolean
  /** Asks once more. What was answered goes at once where it is not to be used any longer. */
  readonly reload: (isStale?: boolean) => void
}

type State<T> = Omit<Asked<T>, 'reload'> & { readonly of: string | null }

const NOTHING = { value: null, refused: null, isWaiting: true }

/**
 * What the API answers to `GET path`, asked anew whenever the path changes; nothing is asked for null. With a `question`, which has no place in an address,
 * to `POST path`.
 */
export function useAsk<T>(path: string | null, question?: object): Asked<T> {
  const [state, setState] = useState<State<T>>({ ...NOTHING, of: null })
  const [round, setRound] = useState(0)
  const of = path?.split('?')[0] ?? null
  const text = question && JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    if (path === null) return
    let isGone = false
    setState((before) => ({ ...(before.of === of ? before : NOTHING), isWaiting: true, of }))
    const asking = text ? call<T>('POST', path, { body: JSON.parse(text) }) : call<T>('GET', path)
    void asking.then((answer) => {
      if (isGone) return
      const got = answer.ok
        ? { value: answer.value, refused: null }
        : { value: null, refused: answer.refused }
      setState({ ...got, isWaiting: false, of })
    })
    return () => {
      isGone = true
    }
  }, [path, text, round])
  const reload = useCallback((isStale = false) => {
    if (isStale) setState({ ...NOTHING, of: null })
    setRound((before) => before + 1)
  }, [])
  // What was answered of another thing is not shown as if it were of this one.
  return { ...(state.of === of ? state : NOTHING), reload }
}
