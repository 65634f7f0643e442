import type { DemonstrationLoaded, Me } from '@gongkai/web'
import { useState } from 'react'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { SelectField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { navigate } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { LEVELS } from '../words/authority-words.js'
import { DemonstrationPart, DemonstrationReady } from './demonstration-part.js'
import { NewPassword, NOT_ALIKE } from './new-password.js'
import { Sheet } from './sheet.js'

const EMPTY = {
  ...{ code: '', region: '', regionCode: '', authority: '', level: '' },
  ...{ login: '', name: '', password: '', again: '' },
}

/** The first page of an installation: the region, its government, and who administers it. */
export function SetUpPage({ onDone }: { readonly onDone: (me: Me) => void }) {
  const { values, bind } = useForm(EMPTY)
  const [loaded, setLoaded] = useState<DemonstrationLoaded | null>(null)
  const send = async () => {
    const { login, name, password, again, regionCode, ...rest } = values
    if (password !== again) return NOT_ALIKE
    const administrator = { login, name, password }
    const body = { ...rest, regionCode: regionCode.trim() || null, administrator }
    return call<Me>('POST', '/setup', { body, isOpen: true })
  }
  const done = (me: Me) => {
    onDone(me)
    navigate('/console', 'replace')
    say('本系统已经设置完毕。')
  }
  if (loaded) {
    return (
      <Sheet>
        <DemonstrationReady loaded={loaded} onDone={done} />
      </Sheet>
    )
  }
  return (
    <Sheet>
      <PageTitle title="首次设置" />
      <p>设置本地区的名称、本级人民政府和第一名系统管理员。设置后可以增加机关、邀请人员。</p>
      <ActionForm submit="完成设置" send={send} onDone={done}>
        <TextField
          label="设置码"
          hint="启动本系统的终端上显示的五组字符，只能使用一次。"
          {...bind('code')}
        />
        <fieldset>
          <legend>地区</legend>
          <TextField label="地区名称" hint="例如：云岭县" {...bind('region')} />
          <TextField
            label="行政区划代码"
            hint="6位、9位或者12位数字。"
            inputMode="numeric"
            isOptional
            {...bind('regionCode')}
          />
          <TextField label="本级人民政府全称" hint="例如：云岭县人民政府" {...bind('authority')} />
          <SelectField label="层级" options={LEVELS} {...bind('level')} />
        </fieldset>
        <fieldset>
          <legend>第一名系统管理员</legend>
          <TextField label="姓名" autoComplete="name" {...bind('name')} />
          <TextField label="登录名" autoComplete="username" {...bind('login')} />
          <NewPassword password={bind('password')} again={bind('again')} />
        </fieldset>
      </ActionForm>
      <DemonstrationPart onLoaded={setLoaded} />
    </Sheet>
  )
}
