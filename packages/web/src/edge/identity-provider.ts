import type { Identity, Settings } from '@gongkai/app'
import type { ClientError, Configuration } from 'openid-client'

// Loaded with the first sign-in there.
const library = () => import('openid-client')

/** What a browser that was sent to the identity service must bring back. */
export type Visit = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A province's identity service (OpenID Connect, code flow with PKCE). */
export type IdentityProvider = {
  /** What the button says. */
  readonly label: string
  /** Where the browser goes. Throws where the service does not answer. */
  readonly begin: (callback: string) => Promise<{ readonly url: URL; readonly visit: Visit }>
  /** For whom it vouches, at the address that the browser came back to; null where it does not. */
  readonly finish: (cameTo: URL, visit: Visit) => Promise<Identity | null>
}

/** The service that the settings name; null where they name none. */
export function openIdentityProvider(settings: Settings): IdentityProvider | null {
  const { oidcIssuer, oidcClient, oidcClaim, oidcLabel } = settings
  if (oidcIssuer === null || oidcClient === null) return null
  const known = discovered(settings, oidcIssuer, oidcClient)
  return {
    label: oidcLabel,
    async begin(callback) {
      const oidc = await library()
      const verifier = oidc.randomPKCECodeVerifier()
      const visit = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
      const url = oidc.buildAuthorizationUrl(await known(), {
        redirect_uri: callback,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
      })
      return { url, visit }
    },
    async finish(cameTo, { state, nonce, verifier }) {
      const oidc = await library()
      const config = await known()
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
      const tokens = await oidc.authorizationCodeGrant(config, cameTo, checks).catch(notTheirs)
      const claims = tokens?.claims()
      if (!tokens || !claims) return null
      const said =
        claims[oidcClaim] ?? (await more(config, tokens.access_token, claims.sub))[oidcClaim]
      const login = typeof said === 'string' ? said.normalize('NFKC').trim().toLowerCase() : null
      return { issuer: claims.iss, subject: claims.sub, login: login || null }
    },
  }
}

/** Its configuration, asked for when it is first needed, and again where it did not answer. */
function discovered(
  { oidcSecret }: Settings,
  issuer: string,
  client: string,
): () => Promise<Configuration> {
  const ask = async () => {
    const { allowInsecureRequests, discovery } = await library()
    // On the machine itself there may be one without TLS, for a trial; the settings take no other.
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
    return discovery(new URL(issuer), client, oidcSecret ?? undefined, undefined, { execute })
  }
  let known: Promise<Configuration> | null = null
  return () => {
    const asking = known ?? ask()
    known = asking
    asking.catch(() => {
      known = null
    })
    return asking
  }
}

/** What the service says of itself and of the token is an answer; that it does not answer is a fault. */
function notTheirs(fault: unknown): null {
  if ((fault as Partial<ClientError>).code === 'OAUTH_TIMEOUT') throw fault
  if (fault instanceof TypeError) throw fault
  return null
}

/** What it says on request, for claims that are not in the token. */
async function more(
  config: Configuration,
  token: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { userinfo_endpoint } = config.serverMetadata()
  const { fetchUserInfo } = await library()
  return userinfo_endpoint ? fetchUserInfo(config, token, subject) : {}
}
