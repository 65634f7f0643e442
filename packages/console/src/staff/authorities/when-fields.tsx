import { DayField, ReasonField } from '../form/fields.js'

type Bind = (key: 'happenedOn' | 'reason') => {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** When a reorganisation took effect and the decision it rests on. */
export function WhenFields({ bind }: { readonly bind: Bind }) {
  return (
    <>
      <DayField
        label="生效日期"
        hint="文件规定的生效之日；不能晚于今天。"
        {...bind('happenedOn')}
      />
      <ReasonField
        label="依据"
        hint="批准文件的名称和文号，将写入沿革和记录。"
        {...bind('reason')}
      />
    </>
  )
}
