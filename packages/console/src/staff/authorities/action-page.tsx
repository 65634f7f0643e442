import type { AuthorityFile } from '@gongkai/web'
import { type ComponentType, useEffect, useRef } from 'react'
import { forgetNames } from '../api/names.js'
import { hasMoved, navigate } from '../router/address.js'
import { say } from '../router/said.js'
import { AddForm } from './add-form.js'
import { ChangeForm } from './change-form.js'
import { DissolveForm } from './dissolve-form.js'
import { MergeForm } from './merge-form.js'
import { MoveForm } from './move-form.js'
import { RegionForm } from './region-form.js'
import { useRegister } from './register.js'
import { RenameForm } from './rename-form.js'
import { SplitForm } from './split-form.js'

/** What a form of the register is given. */
export type ActionProps = {
  readonly file: AuthorityFile
  /** The page of the authority. */
  readonly back: string
  /** Tells what was done and shows the authority, or another one. */
  readonly onDone: (said: string, id?: string) => void
  /** Gives up what was typed, and shows what is registered now. */
  readonly reload: () => void
}

type Action = { readonly title: string; readonly Form: ComponentType<ActionProps> }

/** What may be done with an authority, by the last part of the address. */
const ACTIONS: Readonly<Record<string, Action>> = {
  change: { title: '更正信息', Form: ChangeForm },
  add: { title: '增加下级机关', Form: AddForm },
  rename: { title: '更名', Form: RenameForm },
  move: { title: '划转', Form: MoveForm },
  merge: { title: '合并', Form: MergeForm },
  split: { title: '分设', Form: SplitForm },
  dissolve: { title: '撤销', Form: DissolveForm },
  region: { title: '地区名称、代码', Form: RegionForm },
}

/** One thing that is done with an authority. */
export function ActionPage({
  action,
  file,
  reload,
}: {
  readonly action: string
  readonly file: AuthorityFile
  readonly reload: () => void
}) {
  const { asked } = useRegister()
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasMoved()) ref.current?.focus()
  }, [])
  const found = ACTIONS[action]
  if (!found) return <p className="nothing">没有这个页面。</p>
  const { title, Form } = found
  const { id, name } = file.authority
  const back = `/console/authorities/${id}`
  const done = (said: string, next = id) => {
    forgetNames()
    asked.reload()
    reload()
    navigate(`/console/authorities/${next}`)
    say(said)
  }
  const giveUp = () => {
    reload()
    navigate(back)
    say('已放弃填写的内容，显示的是现在的登记信息。')
  }
  return (
    <section className="sheet" aria-labelledby="action-title">
      <h2 id="action-title" ref={ref} tabIndex={-1}>
        {name}：{title}
      </h2>
      <Form file={file} back={back} onDone={done} reload={giveUp} />
    </section>
  )
}
