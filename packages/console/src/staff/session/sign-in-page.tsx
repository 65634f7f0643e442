import type { Me } from '@gongkai/web'
import { navigate } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { IdentityLink } from './identity-link.js'
import { Sheet } from './sheet.js'
import { SignInForm } from './sign-in-form.js'

/** The page that stands before every other. The address stays, so that one comes to where one wanted to go. */
export function SignInPage({ onDone }: { readonly onDone: (me: Me) => void }) {
  // The page comes in the place of this one: its heading has the focus.
  const done = (me: Me) => {
    navigate(`${location.pathname}${location.search}`, 'replace')
    onDone(me)
  }
  return (
    <Sheet>
      <PageTitle title="登录" />
      <SignInForm login={null} onDone={done} />
      <IdentityLink />
      <p>
        <Link to="/console/forgotten">忘记密码</Link>
      </p>
      <p className="about">没有账户的，请与本机关的系统管理员联系。</p>
    </Sheet>
  )
}
