import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect, useEffectEvent, useState } from 'react'

dayjs.locale('zh-cn')

/** The first is shown; both are taken from the keyboard. */
const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD']

/** A day as `2026-01-31`, typed or chosen; empty for none. What is no day is told to `onWrong` when the field is left, and by the browser when the form is sent. */
export function DayInput({
  id,
  value,
  onChange,
  onWrong,
  isOptional = false,
  ...described
}: {
  readonly id: string
  readonly value: string
  readonly onChange: (day: string) => void
  readonly onWrong?: (says: string) => void
  readonly isOptional?: boolean
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: true | undefined
}) {
  const [isOpen, setOpen] = useState(false)
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    const input = document.getElementById(id)
    if (input instanceof HTMLInputElement) input.setCustomValidity(wrong)
  }, [id, wrong])
  const tell = (says: string) => {
    setWrong(says)
    onWrong?.(says)
  }
  const take = (day: string) => {
    tell('')
    onChange(day)
  }
  // The calendar tells of a day, and of none only when the field is left: by then what stands below would move away under a click.
  const emptied = useEffectEvent((text: string) => text === '' && take(''))
  useEffect(() => {
    const input = document.getElementById(id)
    const told = ({ target }: Event) => target instanceof HTMLInputElement && emptied(target.value)
    input?.addEventListener('input', told)
    return () => input?.removeEventListener('input', told)
  }, [id])
  const leave = (text: string) => {
    if (text === '') return take('')
    if (FORMATS.some((format) => dayjs(text, format, true).isValid())) return
    onChange('')
    tell(`“${text}”不是日期。请填写为 2026-01-31 或者 20260131。`)
  }
  return (
    <DatePicker
      {...described}
      id={id}
      className="day-input"
      format={FORMATS}
      placeholder="年-月-日"
      autoComplete="off"
      required={!isOptional}
      preserveInvalidOnBlur
      value={value ? dayjs(value) : null}
      // Each whole day that is typed counts at once, as in every other field.
      onCalendarChange={(_, text) => take(String(text))}
      onChange={(_, text) => take(String(text ?? ''))}
      onBlur={({ target }) => target instanceof HTMLInputElement && leave(target.value)}
      // The calendar comes for who asks, not over the button below for who types.
      open={isOpen}
      onOpenChange={(next) => !next && setOpen(false)}
      onClick={() => setOpen(true)}
      onKeyDown={({ key }) => key === 'ArrowDown' && setOpen(true)}
    />
  )
}
