import { type Action, mayAnywhere, useMe } from '../session/me.js'

/** What comes to whom, by the right that it needs. */
// biome-ignore format: table
const COMES: readonly (readonly [action: Action, what: string])[] = [
  ['request.handle', '待确认收到、即将到期和逾期的政府信息公开申请'],
  ['report.draft',   '布置给本机关编制的报告和退回修改的报告'],
  ['report.publish', '已经接收、等待公布的报告'],
  ['report.correct', '等待公布的更正'],
  ['report.accept',  '各机关报送、等待审阅的报告和逾期未报送的机关'],
  ['person.invite',  '尚未接受的邀请'],
  ['law.decide',     '待复核、待核实的法规数据'],
  ['job.change',     '失败的后台任务、被锁定的账户'],
]

/** That nothing waits, and what would stand here: nobody should take an empty list for a broken one. */
export function NothingWaits() {
  const me = useMe()
  const coming = COMES.filter(([action]) => mayAnywhere(me, action)).map(([, what]) => what)
  return (
    <p className="nothing">
      现在没有待办事项。
      {coming.length > 0
        ? `需要您办理的会列在这里：${coming.join('；')}。`
        : '系统不向您目前的职责派发事项；可以从上方的栏目查阅。'}
    </p>
  )
}
