import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { THEME } from '../theme.js'

/** What every page stands in: the language, the colours and the way past the bar above. */
export function Frame({
  header,
  footer,
  children,
}: {
  readonly header: ReactNode
  readonly footer: ReactNode
  readonly children: ReactNode
}) {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={THEME}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={popupPlace}
    >
      <a className="skip" href="#main">
        跳到正文
      </a>
      {header}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
    </ConfigProvider>
  )
}

/** What opens over a modal dialog has to stand in it: all else lies below. */
function popupPlace(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('dialog') ?? document.getElementById('main') ?? document.body
}

/** The page's nonce, without which the styles that antd makes are not let in. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
