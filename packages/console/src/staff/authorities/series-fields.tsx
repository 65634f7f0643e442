import type { AuthorityFile } from '@gongkai/web'
import { AreaField } from '../form/fields.js'

/** The number series of an authority, one a line: the code, a blank, what it is for. */
export function SeriesFields(bound: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <AreaField
      label="发文字号"
      hint="一行一个：代字，空格，用途。例如：云公复 政府信息公开答复"
      isOptional
      {...bound}
    />
  )
}

export function seriesText(series: AuthorityFile['series']): string {
  return series.map(({ code, purpose }) => `${code} ${purpose}`).join('\n')
}

/** The series in what was typed; what does not fit is for the server to say. */
export function seriesOf(text: string): AuthorityFile['series'] {
  return text.split('\n').flatMap((line) => {
    const [code = '', ...purpose] = line.trim().split(/\s+/)
    return code === '' ? [] : [{ code, purpose: purpose.join(' ') }]
  })
}
