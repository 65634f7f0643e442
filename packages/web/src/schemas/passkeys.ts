import { z } from '@hono/zod-openapi'
import { filled, Instant } from './parts.js'

/** As the browser takes it: WebAuthn Level 3, 5.4 and 5.5, in JSON. */
export const PasskeyOptions = z
  .looseObject({ challenge: z.string() })
  .openapi('PasskeyOptions', { description: '交给浏览器的 WebAuthn 选项' })

const Text = z.string().max(20_000)

/** As the browser gives it; what is in it is looked at by whoever verifies it. */
const BrowserAnswer = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
})

export const PasskeyRequest = z
  .strictObject({
    name: filled(50).openapi({ description: '便于辨认的名称，如“办公室电脑”' }),
    response: BrowserAnswer.extend({
      response: z.looseObject({ clientDataJSON: Text, attestationObject: Text }),
    }),
  })
  .openapi('PasskeyRequest')

export const PasskeySignIn = z
  .strictObject({
    response: BrowserAnswer.extend({
      response: z.looseObject({ clientDataJSON: Text, authenticatorData: Text, signature: Text }),
    }),
  })
  .openapi('PasskeySignIn')

export const OwnPasskey = z
  .object({ id: z.string(), name: z.string(), madeAt: Instant, usedAt: Instant.nullable() })
  .openapi('OwnPasskey')

export const PasskeyMade = z.object({ id: z.string() }).openapi('PasskeyMade')

export type PasskeyOptions = z.infer<typeof PasskeyOptions>
export type OwnPasskey = z.infer<typeof OwnPasskey>
export type PasskeyMade = z.infer<typeof PasskeyMade>
