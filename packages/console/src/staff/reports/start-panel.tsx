import type { Collection, ReportView, StartRequest } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { FileButton } from '../../ui/file-button.js'
import { type Answer, call, type Refused } from '../api/call.js'
import { upload } from '../api/upload.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { say } from '../router/said.js'

/** What a report may be begun with: the blank form, last year's report, or a file; that of the collecting authority with the sums of the others too; any with what the register of requests counts. */
export function StartPanel({
  view: { report },
  reload,
}: {
  readonly view: ReportView
  readonly reload: () => void
}) {
  const [refused, setRefused] = useState<Refused | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { id, version, reportYear } = report
  const run = async (start: () => Promise<Answer<unknown>>, says: string) => {
    setBusy(true)
    setRefused(null)
    const answer = await start()
    setBusy(false)
    setSent(null)
    if (!answer.ok) return setRefused(answer.refused)
    say(says)
    reload()
  }
  const { value: collection } = useAsk<Collection>(`/collections/${report.collectionId}`)
  const isCollecting = collection?.authorityId === report.authorityId
  const begin = (from: StartRequest['from']) =>
    run(
      () => call('POST', `/reports/${id}/start`, { body: { from }, version }),
      '已开始编制，内容自动保存。',
    )
  const read = ([file]: readonly File[]) => {
    if (!file) return
    setSent(0)
    void run(
      () => upload(`/reports/${id}/start-from-file`, file, version, setSent),
      '已读入文件。请在“读取情况”中查看没有读出的内容。',
    )
  }
  return (
    <div className="start">
      <ul className="cards">
        {isCollecting && (
          <li>
            <p>
              <strong>汇总数</strong>
            </p>
            <p>
              将已接收的所属机关报告和本级数据相加，填入表格；文字保留上年的，供逐段改写。不能相加的栏目留待补填，没有接收的机关不计入。
            </p>
            <Button disabled={isBusy} onClick={() => void begin('consolidation')}>
              以汇总数起稿
            </Button>
          </li>
        )}
        <li>
          <p>
            <strong>依申请公开台账</strong>
          </p>
          <p>
            收到和处理申请、行政复议和行政诉讼两张表由台账统计填入；文字保留上年的，供逐段改写，其余表格空白。
          </p>
          <Button disabled={isBusy} onClick={() => void begin('register')}>
            以台账起稿
          </Button>
        </li>
        <li>
          <p>
            <strong>上年报告</strong>
          </p>
          <p>
            保留上年的文字，供逐段改写；表格空白，只将上年“结转下年度继续办理”填入“上年结转”。上年绑定到单元格的数字，填写表格后随之更新。
          </p>
          <Button disabled={isBusy} onClick={() => void begin('last-year')}>
            以{reportYear - 1}年度报告起稿
          </Button>
        </li>
        <li>
          <p>
            <strong>已有文件</strong>
          </p>
          <p>读入已写好的 Word、PDF、Excel 或网页文件，列出没有读出的单元格，补填后即可报送。</p>
          {isBusy ? (
            <p className="about">正在处理…</p>
          ) : (
            <FileButton className="plain" multiple={false} onFiles={read}>
              选择文件
            </FileButton>
          )}
        </li>
        <li>
          <p>
            <strong>空白表格</strong>
          </p>
          <p>六个部分的标题和三张表格已经列好，逐项填写。</p>
          <Button disabled={isBusy} onClick={() => void begin('blank')}>
            用空白表格起稿
          </Button>
        </li>
      </ul>
      {sent !== null && (
        <p role="status">
          <progress value={sent < 1 ? sent : undefined} max={1} aria-label="文件读取进度" />{' '}
          {sent < 1 ? `正在上传，已传${Math.round(sent * 100)}%` : '正在读取文件，请稍候…'}
        </p>
      )}
      <Failure refused={refused} />
    </div>
  )
}
