/** What the tests use of it: the package comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Context = {
    readonly oidc: {
      readonly client?: { readonly clientId: string }
      readonly session?: { readonly accountId?: string }
      readonly provider: Provider
    }
  }
  type Account = {
    readonly accountId: string
    readonly claims: () => Readonly<Record<string, string>>
  }
  type Options = {
    readonly clients: readonly Readonly<Record<string, unknown>>[]
    readonly cookies: { readonly keys: readonly string[] }
    readonly claims: Readonly<Record<string, readonly string[]>>
    readonly features: { readonly devInteractions: { readonly enabled: boolean } }
    readonly interactions: { readonly url: (c: Context, given: { readonly uid: string }) => string }
    readonly findAccount: (c: Context, id: string) => Account
    readonly loadExistingGrant: (c: Context) => Promise<Grant>
  }

  export default class Provider {
    constructor(issuer: string, options: Options)
    readonly Grant: new (of: {
      clientId?: string
      accountId?: string
    }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string } },
    ): Promise<void>
  }
}
