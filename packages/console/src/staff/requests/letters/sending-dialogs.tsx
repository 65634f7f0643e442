import { addDays, letterSpec, localDate } from '@gongkai/law'
import type { RequestLetter } from '@gongkai/web'
import { Dialog } from '../../../ui/dialog.js'
import type { Answer } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { DayField, ReasonField, SelectField, TextField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { say } from '../../router/said.js'
import { todayInChina } from '../../words/authority-words.js'
import { isKept, letterStanding, PROOFS, SENDING_WAYS } from '../../words/letter-words.js'
import { versionedLetter } from './versioned-letter.js'

type Given = {
  readonly letter: RequestLetter
  readonly send: (body: unknown, version: number) => Promise<Answer<RequestLetter>>
  readonly onClose: () => void
  readonly reload: () => void
}

type Way = keyof typeof SENDING_WAYS

/** Records that a letter went out: the way, the day that counts, the proof. */
export function SendDialog(given: Given) {
  const { letter } = given
  const ways = waysOf(letter)
  const way = ways.length === 1 ? (ways[0] ?? '') : ''
  const form = useForm({ way, on: todayInChina(), proof: '' })
  return (
    <Acting {...given} doing={sendingOf(letter)} body={bodyOf(form.values)}>
      <SendingFields ways={ways} form={form} />
      {letter.decides && letter.sentOn === null && !letter.anew && (
        <p>登记后，这件申请按登记的决定办结。</p>
      )}
      {letter.anew === 'ordered' && letter.sentOn === null && (
        <p>登记后，责令重新作出答复的一件同时登记为已重新答复。</p>
      )}
    </Acting>
  )
}

/** What it is called that a letter goes out. */
export function sendingOf({ kind }: RequestLetter): string {
  return isKept(kind) ? '登记存入案卷' : '登记送出'
}

/** Puts right how and when a letter first went out: what was registered stays in its course. */
export function CorrectSendingDialog(given: Given) {
  const { letter } = given
  const { sentWay, sentOn } = letter
  const form = useForm({ way: sentWay ?? '', on: sentOn ?? '', proof: '', reason: '' })
  const { reason } = form.values
  return (
    <Acting {...given} doing="更正送出的登记" isDanger body={{ ...bodyOf(form.values), reason }}>
      <p>
        填写第一次送出的实际情况。原来的登记留在办理经过里；申请的期限、办结日期和是否逾期按更正后的日期重新计算
        {letter.decides && !letter.anew && '，跨年度的，两个年度的统计随之变动'}。
      </p>
      <SendingFields ways={waysOf(letter)} form={form} />
      <ReasonField
        label="更正的原因"
        hint="留在办理经过里。"
        value={reason}
        onChange={form.bind('reason').onChange}
      />
    </Acting>
  )
}

type Sending = { readonly way: string; readonly on: string; readonly proof: string }

const bodyOf = ({ way, on, proof }: Sending) => ({ way, on, proof: proof || null })

function SendingFields({
  ways,
  form: { values, bind },
}: {
  readonly ways: readonly Way[]
  readonly form: {
    readonly values: Sending
    readonly bind: (key: keyof Sending) => { value: string; onChange: (value: string) => void }
  }
}) {
  const way = ways.find((one) => one === values.way)
  const proof = way ? PROOFS[way] : null
  return (
    <>
      <SelectField
        label="方式"
        options={ways.map((one) => [one, SENDING_WAYS[one]] as const)}
        {...bind('way')}
      />
      <DayField
        label="日期"
        hint={way ? DAYS[way] : '答复是否逾期，按交邮之日或者签收之日计算。'}
        {...bind('on')}
      />
      {proof && <TextField label={proof} {...bind('proof')} />}
    </>
  )
}

// biome-ignore format: table
const DAYS: Readonly<Record<Way, string>> = {
  post:   '交邮之日。',
  hand:   '受送达人签收之日，同时登记为送达之日。',
  email:  '发出之日。',
  portal: '登记之日起，申请人凭编号和查询密码可以下载。',
  file:   '存入案卷之日。',
}

function waysOf({ kind }: RequestLetter): readonly Way[] {
  const { to } = letterSpec(kind)
  if (to === 'file') return ['file']
  return to === 'applicant' ? ['post', 'hand', 'email', 'portal'] : ['post', 'hand', 'email']
}

const OUTCOMES = { served: '已送达', returned: '邮件退回', noticed: '公告送达' } as const
type Outcome = keyof typeof OUTCOMES

/** What may have become of a letter as far as it is. */
const AFTER: Partial<Record<RequestLetter['state'], readonly Outcome[]>> = {
  sent: ['served', 'returned'],
  returned: ['noticed'],
  noticed: ['served'],
}

/** 公告送达: days after which what was made known by public notice counts as served (民事诉讼法第九十五条). */
const NOTICE_DAYS = 30

/** Records that a letter arrived, came back, or was made known by public notice. */
export function ServiceDialog(given: Given) {
  const { state, noticedOn } = given.letter
  const outcomes = AFTER[state] ?? []
  const deemed =
    state === 'noticed' && noticedOn ? addDays(localDate(noticedOn), NOTICE_DAYS) : null
  const { values, bind } = useForm({
    ...{ outcome: outcomes.length === 1 ? (outcomes[0] ?? '') : '', note: '' },
    on: deemed ?? todayInChina(),
  })
  return (
    <Acting {...given} doing="登记送达情况" body={values}>
      <SelectField
        label="情况"
        options={outcomes.map((one) => [one, OUTCOMES[one]] as const)}
        {...bind('outcome')}
      />
      <DayField
        label="日期"
        {...(deemed && {
          hint: `自发布公告之日起满${NOTICE_DAYS}日（${deemed}）视为送达，在此之后登记；本人在此之前实际签收的，填签收之日。`,
        })}
        {...bind('on')}
      />
      <TextField label="说明" hint="签收人、退回的原因、公告的地方。" {...bind('note')} />
    </Acting>
  )
}

function Acting({
  letter,
  send,
  onClose,
  reload,
  doing,
  isDanger = false,
  body,
  children,
}: Given & {
  readonly doing: string
  readonly isDanger?: boolean
  readonly body: unknown
  readonly children: React.ReactNode
}) {
  const finish = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title={`${doing}：${letter.title}`} onClose={onClose}>
      <ActionForm
        submit={isDanger ? '更正' : '登记'}
        isDanger={isDanger}
        onBack={onClose}
        versioned={versionedLetter(letter, doing, finish)}
        send={(version) => send(body, version)}
        onDone={(done) => {
          finish()
          say(`已${doing}：${letterStanding(done)}。`)
        }}
      >
        {children}
      </ActionForm>
    </Dialog>
  )
}
