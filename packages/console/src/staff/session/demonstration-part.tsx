import type { DemonstrationLoaded, Me, SetUpProgress } from '@gongkai/web'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { PageTitle } from '../router/page-title.js'

/** It is looked so often how far the loading is. */
const LOOK_MS = 1000

/** Instead of the set-up: an invented county to look at. */
export function DemonstrationPart({
  onLoaded,
}: {
  readonly onLoaded: (loaded: DemonstrationLoaded) => void
}) {
  const { values, bind } = useForm({ code: '' })
  const send = () =>
    call<DemonstrationLoaded>('POST', '/setup/demonstration', { body: values, isOpen: true })
  return (
    <section>
      <h2>或者装载演示数据</h2>
      <p>
        虚构的一个县：120个机关、各类人员、三年的年度报告，供试用和培训。装载后不能再改为正式使用，正式使用请另设数据文件夹。装载中途停止的，不会留下任何内容，重新装载即可。
      </p>
      <ActionForm submit="装载演示数据" send={send} onDone={onLoaded}>
        <TextField label="设置码" {...bind('code')} />
        <Progress />
      </ActionForm>
    </section>
  )
}

/** How far the loading is, whoever began it: on this page, or on another one. */
function Progress() {
  const [progress, setProgress] = useState<SetUpProgress['progress']>(null)
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await call<SetUpProgress>('GET', '/setup/progress', { isOpen: true })
      setProgress(answer.ok ? answer.value.progress : null)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  if (!progress) return <p role="status" />
  const share = progress.total > 1 ? `（${progress.done}/${progress.total}）` : ''
  return (
    <p role="status">
      正在装载：{progress.doing}
      {share}…
    </p>
  )
}

/** What was loaded, shown before one goes on: by whom one may sign in, and the password, this once. */
export function DemonstrationReady({
  loaded: { me, password, people },
  onDone,
}: {
  readonly loaded: DemonstrationLoaded
  readonly onDone: (me: Me) => void
}) {
  return (
    <>
      <PageTitle title="演示数据已经装载" />
      <p>
        全部演示人员的密码都是 <strong>{password}</strong>
        。请现在记下，它只在这里显示一次；需要更改的，登录后点右上角本人的姓名。
      </p>
      <div className="scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">登录名</th>
              <th scope="col">姓名</th>
              <th scope="col">机关</th>
              <th scope="col">职责</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ login, name, role, authority }) => (
              <tr key={login}>
                <th scope="row">{login}</th>
                <td>{name}</td>
                <td>{authority}</td>
                <td>{role}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>各部门、乡镇的联络员和负责人，登录名为 lianluo01、fuzeren01 等，在“人员”中可以查到。</p>
      <div className="actions">
        <Button type="primary" onClick={() => onDone(me)}>
          以系统管理员进入
        </Button>
      </div>
    </>
  )
}
