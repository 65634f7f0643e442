import type { CollectionPage } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link, LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { rememberedAddress } from '../router/remembered.js'
import { mayAnywhere, useMe } from '../session/me.js'

/** The years whose reports were asked for, the newest first. */
export function CollectionsPage() {
  const me = useMe()
  const asked = useAsk<CollectionPage>('/collections')
  const mayOpen = mayAnywhere(me, 'collection.open')
  return (
    <div className="sheet">
      <PageTitle title="年度报告工作">
        {mayOpen && <LinkButton to="/console/collections/new">布置新的年度</LinkButton>}
      </PageTitle>
      <Waiting asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="nothing">
              {mayOpen
                ? '还没有布置年度报告工作。请选择“布置新的年度”，确定报告年度、时限和应当报送的机关。'
                : '没有您可以查看的年度报告工作。'}
            </p>
          ) : (
            <Table items={items} />
          )
        }
      </Waiting>
    </div>
  )
}

function Table({ items }: CollectionPage) {
  const me = useMe()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="年度报告工作，可左右滚动">
      <table className="plain-table roomy">
        <thead>
          <tr>
            <th scope="col">报告年度</th>
            <th scope="col">组织机关</th>
            <th scope="col">报告格式</th>
            <th scope="col">已布置机关</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, reportYear, authority, form, asked }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={rememberedAddress(me.person.id, `/console/collections/${id}`)}>
                  {reportYear}年度
                </Link>
              </th>
              <td>{authority}</td>
              <td>{form}年格式</td>
              <td className="count">{asked}个</td>
              <td>
                <Link to={`/console/collections/${id}/consolidation`}>
                  汇总<span className="hidden">{reportYear}年度</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
