import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from '../config/settings.js'

export type Mail = {
  /** The same id is the same mail: it names the file, and stands in the Message-ID. Letters, digits and hyphens. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type Mailer = {
  /** Returns when the server has taken the mail, or the file is on the disk. Throws where it is not sent. */
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

/** No answer of a mail server is waited for longer. */
const PATIENCE_MS = 15_000

// Loaded with the first mail.
const library = () => import('nodemailer')

/** Sends through the server of the settings; without one, into files `mail/*.eml` of the data folder. */
export function openMailer(
  { smtpUrl, mailFrom }: Pick<Settings, 'smtpUrl' | 'mailFrom'>,
  dataFolder: string,
): Mailer {
  return smtpUrl === null
    ? fileMailer(path.join(dataFolder, 'mail'), mailFrom)
    : smtpMailer(smtpUrl, mailFrom)
}

function smtpMailer(url: string, from: string): Mailer {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  }
  const open = async () => (await library()).createTransport({ url, ...patience })
  let opened: ReturnType<typeof open> | null = null
  return {
    async send(mail) {
      opened ??= open()
      await (await opened).sendMail(message(mail, from))
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}

function fileMailer(folder: string, from: string): Mailer {
  return {
    async send(mail) {
      const { createTransport } = await library()
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      const { message: bytes } = await transport.sendMail(message(mail, from))
      await mkdir(folder, { recursive: true })
      const place = path.join(folder, `${mail.id}.eml`)
      const file = await open(`${place}.part`, 'w', 0o600)
      await file.writeFile(bytes as Buffer)
      await file.sync()
      await file.close()
      await rename(`${place}.part`, place)
    },
    close: () => {},
  }
}

function message({ id, to, subject, text }: Mail, from: string) {
  const domain = from.replace(/^.*@|>$/g, '')
  return {
    from,
    to,
    subject,
    text,
    messageId: `<${id}@${domain}>`,
    // RFC 3834: no automatic answer to what was sent automatically.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
