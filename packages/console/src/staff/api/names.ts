import type { AuthorityFile, Person } from '@gongkai/web'
import { createContext, useContext, useEffect, useState } from 'react'
import { type Answer, call } from './call.js'

/** In the place of the name of a person whom one may not see. */
export const UNSEEN = '（无权查看的人员）'

const asked = new Map<string, Promise<string>>()

/** The names of persons that came with what is shown: of those, too, whom one sees nowhere else. */
export const KnownNames = createContext<ReadonlyMap<string, string>>(new Map())

/** The name of a person; those whom one may not see are not named. */
export function usePersonName(id: string): string {
  const known = useContext(KnownNames).get(id)
  const asked = useName(known ? null : `/people/${id}`, UNSEEN, ({ name }: Person) => name)
  return known ?? asked
}

/** The name of an authority, which may be dissolved. */
export function useAuthorityName(id: string): string {
  return useName(
    `/authorities/${id}`,
    '（未登记的机关）',
    (file: AuthorityFile) => file.authority.name,
  )
}

/** Forgets all names: another person may see others, and what was renamed is called otherwise. */
export function forgetNames(): void {
  asked.clear()
}

function useName<T>(path: string | null, unknown: string, nameIn: (value: T) => string): string {
  const [name, setName] = useState('…')
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is named goes with the path
  useEffect(() => {
    if (path === null) return
    let isGone = false
    void once(path, async () => {
      const answer: Answer<T> = await call<T>('GET', path)
      // What failed on the way is asked for again the next time.
      if (!answer.ok && answer.refused.code === 'network') asked.delete(path)
      return answer.ok ? nameIn(answer.value) : unknown
    }).then((found) => {
      if (!isGone) setName(found)
    })
    return () => {
      isGone = true
    }
  }, [path])
  return name
}

function once(path: string, ask: () => Promise<string>): Promise<string> {
  const known = asked.get(path) ?? ask()
  asked.set(path, known)
  return known
}
