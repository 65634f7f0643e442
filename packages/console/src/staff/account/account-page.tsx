import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { useMe } from '../session/me.js'
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
      <h2>修改密码</h2>
      <PasswordForm />
      <h2>动态验证码</h2>
      <TimeCodesPart inUse={timeCodes} />
      <h2>登录情况</h2>
      <SessionList />
    </div>
  )
}
