import type { Me, SetUpState } from '@gongkai/web'
import { useCallback, useEffect, useState } from 'react'
import { Frame } from '../ui/frame.js'
import { call, type Refused } from './api/call.js'
import { forgetNames } from './api/names.js'
import { RegisterContext, useLoadRegister } from './authorities/register.js'
import { ConsoleFooter, ConsoleHeader } from './bars.js'
import { Failure } from './form/failure.js'
import { navigate, useAddress } from './router/address.js'
import { forgetQueries } from './router/remembered.js'
import { pageOf } from './router/routes.js'
import { Said } from './router/said.js'
import { ExpiredDialog } from './session/expired-dialog.js'
import { ForgottenPage } from './session/forgotten-page.js'
import { LinkPage } from './session/link-page.js'
import { MeContext, SetMeContext, useSetMe } from './session/me.js'
import { SetUpPage } from './session/set-up-page.js'
import { SignInPage } from './session/sign-in-page.js'

/** Who is there: not known yet, a person, nobody, or nobody yet because nothing is set up. */
type Who =
  | { readonly kind: 'unknown'; readonly refused: Refused | null }
  | { readonly kind: 'person'; readonly me: Me }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'setUp' }

/** The staff's console. */
export function Console() {
  const [who, setWho] = useState<Who>({ kind: 'unknown', refused: null })
  const me = who.kind === 'person' ? who.me : null
  const register = useLoadRegister(me !== null)
  const setMe = useCallback((next: Me | null) => {
    forgetNames()
    if (next === null) forgetQueries()
    setWho(next ? { kind: 'person', me: next } : { kind: 'nobody' })
  }, [])
  useEffect(() => {
    void ask().then(setWho)
  }, [])
  useEffect(() => followOtherWindows(me), [me])
  return (
    <SetMeContext value={setMe}>
      <MeContext value={me}>
        <RegisterContext value={register}>
          <Frame header={<ConsoleHeader me={me} />} footer={<ConsoleFooter />}>
            <Said />
            <Content who={who} />
            {me && <ExpiredDialog me={me} onMe={setMe} />}
          </Frame>
        </RegisterContext>
      </MeContext>
    </SetMeContext>
  )
}

function Content({ who }: { readonly who: Who }) {
  const { path } = useAddress()
  const setMe = useSetMe()
  const [, , section, id = ''] = path.split('/')
  useEffect(() => {
    if (who.kind === 'setUp' && section !== 'setup') navigate('/console/setup', 'replace')
    if (who.kind !== 'setUp' && who.kind !== 'unknown' && section === 'setup') {
      navigate('/console', 'replace')
    }
  }, [who, section])
  if (who.kind === 'unknown') {
    return who.refused ? <Failure refused={who.refused} /> : <p className="nothing">正在载入…</p>
  }
  if (who.kind === 'setUp') return <SetUpPage onDone={setMe} />
  if (section === 'links') return <LinkPage key={id} token={id} />
  if (section === 'forgotten') return <ForgottenPage />
  if (who.kind === 'nobody') return <SignInPage onDone={setMe} />
  const { key, page } = pageOf(path)
  return <div key={key}>{page}</div>
}

/** Begins anew where somebody else has signed in in another window meanwhile: nobody acts under another's name. */
function followOtherWindows(me: Me | null): () => void {
  const look = async () => {
    if (document.visibilityState !== 'visible' || me === null) return
    const now = await call<Me>('GET', '/session', { isOpen: true })
    if (now.ok && now.value.person.id !== me.person.id) location.assign('/console')
  }
  const listener = () => void look()
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

async function ask(): Promise<Who> {
  const session = await call<Me>('GET', '/session', { isOpen: true })
  if (session.ok) return { kind: 'person', me: session.value }
  const setUp = await call<SetUpState>('GET', '/setup', { isOpen: true })
  if (!setUp.ok) return { kind: 'unknown', refused: setUp.refused }
  return { kind: setUp.value.needed ? 'setUp' : 'nobody' }
}
