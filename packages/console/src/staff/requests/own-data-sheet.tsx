import type { OwnData } from '@gongkai/web'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { printOnly } from '../../ui/print-only.js'
import { saveAs } from '../form/save-as.js'
import { instantText } from '../words/authority-words.js'

/** What is given to one who proved himself at the counter: to be printed, or taken along as a file. */
export function OwnDataSheet({
  name,
  given: { data, tables },
  onClose,
}: {
  /** Of the file, without its ending. */
  readonly name: string
  readonly given: OwnData
  readonly onClose: () => void
}) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <section aria-labelledby="own-data" className="own-data-sheet">
      <h2 id="own-data" ref={ref} tabIndex={-1}>
        提供给本人的个人信息和申请记录
      </h2>
      <p>
        {`${data['authority']}依据${data['basis']}提供`}，{instantText(`${data['givenAt']}`)}。
        <span className="no-print">请打印后当面交给本人，或者存入其自备的存储介质。</span>
      </p>
      {tables.map(({ title, head, rows }) => (
        <table key={title} className="plain-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              {head.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows that never change their order, and may be alike.
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={head[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <div className="actions no-print">
        <Button type="primary" onClick={() => printOnly('own-data')}>
          打印
        </Button>
        <Button
          onClick={() =>
            saveAs(`${name}.json`, `${JSON.stringify(data, null, 2)}\n`, 'application/json')
          }
        >
          下载（JSON）
        </Button>
        <Button onClick={onClose}>收起</Button>
      </div>
    </section>
  )
}
