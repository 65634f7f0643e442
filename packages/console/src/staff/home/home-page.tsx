import { useRoles } from '../people/roles.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { type Me, mayAnywhere, useMe } from '../session/me.js'
import { OwnSessions } from './own-sessions.js'
import { TodoList } from './todo-list.js'

/** What waits for the person, what they hold, and where it is dealt with. */
export function HomePage() {
  const me = useMe()
  return (
    <div className="sheet">
      <PageTitle title={`${me.person.name}，您好`} />
      <h2>待办事项</h2>
      <TodoList />
      <h2>您的职责</h2>
      <Holdings me={me} />
      <h2>可以办理</h2>
      <ul className="plain-list">
        {mayAnywhere(me, 'request.register') && (
          <li>
            <Link to="/console/requests/new">登记政府信息公开申请</Link>
          </li>
        )}
        {mayAnywhere(me, 'collection.open') && (
          <li>
            <Link to="/console/collections/new">布置年度报告工作</Link>
          </li>
        )}
        <li>
          <Link to="/console/authorities">查看{me.region.name}的机关和沿革</Link>
        </li>
        {mayAnywhere(me, 'authority.add') && (
          <li>
            <Link to="/console/authorities/import">从 Excel 导入机关</Link>
          </li>
        )}
        {mayAnywhere(me, 'person.invite') && (
          <li>
            <Link to="/console/people/invite">邀请人员，分配职责</Link>
          </li>
        )}
        {mayAnywhere(me, 'event.read') && (
          <li>
            <Link to="/console/log">查阅记录</Link>
          </li>
        )}
        <li>
          <a href="/tools/report">核对政府信息公开工作年度报告</a>
        </li>
      </ul>
      <h2>登录情况</h2>
      <OwnSessions />
    </div>
  )
}

function Holdings({ me: { holdings } }: { readonly me: Me }) {
  const roles = useRoles()
  if (holdings.length === 0) {
    return <p className="nothing">您目前没有职责。请与本机关的系统管理员联系。</p>
  }
  return (
    <ul className="cards">
      {holdings.map(({ role, label, authorityId, authorityName, onBehalfOf }) => (
        <li key={`${role} ${authorityId} ${onBehalfOf?.id}`}>
          <p>
            <strong>
              <Link to={`/console/authorities/${authorityId}`}>{authorityName}</Link>：{label}
            </strong>
            {onBehalfOf && `（代理${onBehalfOf.name}）`}
          </p>
          <p className="about">{roles.find(({ id }) => id === role)?.says}</p>
        </li>
      ))}
    </ul>
  )
}
