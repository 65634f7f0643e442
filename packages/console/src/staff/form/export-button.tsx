import { Button } from 'antd'
import { useState } from 'react'
import type { Answer } from '../api/call.js'
import { toCsv } from '../api/list-file.js'
import { say } from '../router/said.js'
import { saveAs } from './save-as.js'

type Rows = readonly (readonly (string | number)[])[]

/** Puts the whole list, as it is narrowed now, into a file for a spreadsheet. */
export function ExportButton({
  name,
  head,
  load,
}: {
  /** Of the file, without its ending. */
  readonly name: string
  readonly head: readonly string[]
  readonly load: () => Promise<Answer<Rows>>
}) {
  const [isLoading, setLoading] = useState(false)
  const write = async () => {
    setLoading(true)
    const rows = await load()
    setLoading(false)
    if (!rows.ok) return say(rows.refused.message)
    saveAs(`${name}.csv`, toCsv([head, ...rows.value]), 'text/csv')
    say(`已导出${rows.value.length}行。`)
  }
  return (
    <Button loading={isLoading} onClick={() => void write()}>
      导出
    </Button>
  )
}
