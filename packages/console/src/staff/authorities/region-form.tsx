import type { RegionFile } from '@gongkai/web'
import { call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import type { Conflict } from '../form/conflict-dialog.js'
import { ReasonField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { type Me, useSetMe } from '../session/me.js'
import type { ActionProps } from './action-page.js'

/** Gives the region another name or code. */
export function RegionForm(props: ActionProps) {
  const asked = useAsk<RegionFile>('/region')
  return <Waiting asked={asked}>{(region) => <Fields region={region} {...props} />}</Waiting>
}

function Fields({ region, back, onDone, reload }: ActionProps & { readonly region: RegionFile }) {
  const setMe = useSetMe()
  const { values, bind } = useForm({
    name: region.name,
    regionCode: region.regionCode ?? '',
    reason: '',
  })
  const done = async ({ name }: RegionFile) => {
    const me = await call<Me>('GET', '/session')
    if (me.ok) setMe(me.value)
    onDone(`地区名称、代码已更改，现在是“${name}”。`)
  }
  return (
    <ActionForm
      submit="保存地区信息"
      back={back}
      send={(version) =>
        call<RegionFile>('PATCH', '/region', {
          body: { ...values, regionCode: values.regionCode.trim() || null },
          version,
        })
      }
      onDone={(after) => void done(after)}
      versioned={{
        version: region.version,
        compare: async (refused) => compare(refused, values),
        onTheirs: reload,
      }}
    >
      <p>门户和报告汇总即时显示新的名称；机关的名称不随之更改，需要的请登记更名。</p>
      <TextField label="地区名称" {...bind('name')} />
      <TextField
        label="行政区划代码"
        hint="6位、9位或者12位数字"
        isOptional
        {...bind('regionCode')}
      />
      <ReasonField hint="例如：撤县设市。将写入记录。" {...bind('reason')} />
    </ActionForm>
  )
}

/** What was filled in beside what somebody else has registered meanwhile; null where the refusal does not say that. */
function compare(
  { message, present }: Refused,
  mine: { readonly name: string; readonly regionCode: string },
): Conflict | null {
  if (typeof present !== 'object' || present === null) return null
  const theirs = present as RegionFile
  const rows = [
    { label: '地区名称', mine: mine.name.trim(), theirs: theirs.name },
    { label: '行政区划代码', mine: mine.regionCode.trim(), theirs: theirs.regionCode ?? '' },
  ]
  return { message, version: theirs.version, rows: rows.filter((row) => row.mine !== row.theirs) }
}
