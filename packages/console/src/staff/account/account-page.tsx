import type { ReactNode } from 'react'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { useMe } from '../session/me.js'
import { ContactForm } from './contact-form.js'
import { PasskeysPart } from './passkeys-part.js'
import { PasswordForm } from './password-form.js'
import { SessionList } from './session-list.js'
import { TimeCodesPart } from './time-codes-part.js'

/** One's own account. */
export function AccountPage() {
  const { person, timeCodes } = useMe()
  return (
    <div className="sheet">
      <PageTitle title="我的账户">
        <Link to={`/console/people/${person.id}`}>我的职责和代理</Link>
      </PageTitle>
      <dl className="details">
        <div>
          <dt>姓名</dt>
          <dd>{person.name}</dd>
        </div>
        <div>
          <dt>登录名</dt>
          <dd>{person.login}</dd>
        </div>
      </dl>
      <Part title="联系方式">
        <ContactForm />
      </Part>
      <Part title="修改密码">
        <PasswordForm />
      </Part>
      <Part title="通行密钥">
        <PasskeysPart />
      </Part>
      <Part title="动态验证码">
        <TimeCodesPart inUse={timeCodes} />
      </Part>
      <Part title="登录情况">
        <SessionList />
      </Part>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
