import {
  type Addressee,
  IDENTITY_KINDS,
  NEWS_WAYS,
  type Portal,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
} from '@gongkai/app'
import { APPLICANT_KIND_IDS, APPLICANT_KINDS } from '@gongkai/law'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { type Markup, segment } from '../parts/markup.js'
import {
  choiceField,
  type FieldSpec,
  fileField,
  type Given,
  listField,
  longField,
  type Typed,
  textField,
} from './fields.js'
import { DRAFT_PATH } from './script.js'

type FormPage = {
  readonly addressee: Addressee
  /** Of chance: sent twice it is one request. */
  readonly formKey: string
  readonly typed: Typed
  /** What must be put right first: the field, and how. */
  readonly fault: { readonly field: string | null; readonly message: string } | null
  /** Where it was looked for what may spare the request: what was found. */
  readonly looked?: { readonly suggested: Markup | null }
}

/** The form by which anybody asks an authority (第二十九条). What for is never asked. */
export function formPage(
  { region, demonstration }: Portal,
  { addressee, formKey, typed, fault, looked }: FormPage,
): Markup {
  const { authority } = addressee
  const given: Given = { typed, wrong: fault?.field ?? null }
  const body = html`${fault ? html`<div class="note bad" role="alert" id="fault" tabindex="-1"><p>申请没有提交。${fault.message}</p>${fault.field ? html`<p><a href="#${fault.field}">到需要改正的一项</a>　已选的文件需要重新选择。</p>` : null}</div>` : null}
<p>受理机关：<strong>${authority}</strong>。提交后取得申请编号和查询密码，凭此查询办理情况；不需要注册，也不需要说明用途。</p>
${otherWays(addressee)}
${looked ? html`<div role="status">${looked.suggested ?? html`<div class="note"><p>没有找到已经公开的相关信息，可以提交申请。</p></div>`}<p>申请还没有提交；已选的文件需要重新选择。</p></div>` : null}
<form method="post" enctype="multipart/form-data" action="/requests/new/${segment(authority)}" class="ask" data-draft="${authority}" novalidate>
<input type="hidden" name="formKey" value="${formKey}">
<h2>所需政府信息</h2>
${longField(given, WANTED)}
${textField(given, { name: 'title', label: '文件名称', help: '知道的，请填写。', most: 500 })}
${textField(given, { name: 'number', label: '文号', help: '知道的，请填写，如“云政发〔2025〕1号”。', most: 500 })}
<div id="suggested" data-from="/requests/new/${segment(authority)}/suggested" aria-live="polite"></div>
${choiceField(given, { name: 'form', label: '获取信息的方式' }, FORMS)}
${choiceField(given, { name: 'way', label: '获取信息的途径', help: '选择邮寄、电子邮件、传真的，请在联系方式中填写相应的一项。' }, WAYS)}
${textField(given, { name: 'help', label: '需要的帮助', help: '如大字版本、语音说明。没有的不填。', most: 500 })}
<h2>申请人</h2>
${listField(
  given,
  {
    name: 'kind',
    label: '申请人类别',
    help: '两人以上共同申请的，以第一位为准；律师等代理人代为申请的，按委托人填写。',
  },
  APPLICANT_KIND_IDS.map(
    (kind) => [kind, `${APPLICANT_KINDS[kind].title}（${APPLICANT_KINDS[kind].holds}）`] as const,
  ),
)}
${person(given, 'p1', true)}
${choiceField(given, { name: 'news', label: '有进展时的告知方式', help: '电子邮件只写明申请编号和查询网址，不写内容；需要补正、延长答复期限、发出文书时都会告知。' }, NEWS_CHOICES)}
${fileField(given, { name: 'identity', label: '身份证明', help: '身份证、护照、营业执照等的扫描件或者照片，PDF、JPG、PNG 等，每个不超过10 MB。加密保存，只有办理人员能够查看。', isRequired: true, isMany: true })}
<details${isTyped(typed, 'p2') || isTyped(typed, 'p3') ? html` open` : null}><summary>共同申请人（两人以上共同提出时填写）</summary>
<p class="soft">这里可以填写三位申请人。超过三位的，请推选代表人填写，其他申请人的姓名、证件和联系方式列成名单附上；各位申请人都要在名单上签名或者盖章。</p>
<h3>第二位申请人</h3>${person(given, 'p2', false)}
<h3>第三位申请人</h3>${person(given, 'p3', false)}
${fileField(given, { name: 'people', label: '其他共同申请人名单', help: '超过三位的附上，连同各人的身份证明。', isMany: true })}
</details>
<details${isTyped(typed, 'agent') ? html` open` : null}><summary>代理人（委托他人办理时填写）</summary>
${person(given, 'agent', false)}
${fileField(given, { name: 'authorisation', label: '授权委托书', help: '由申请人签名或者盖章。', isMany: true })}
</details>
<p class="soft" id="draft-told" tabindex="-1" hidden></p>
<p><button type="button" class="second" id="draft-clear" hidden>清除暂存的内容</button></p>
<p><button type="submit">提交申请</button> <button type="submit" name="look" value="yes" class="second">先看看是否已经公开</button></p>
</form>
<script src="${DRAFT_PATH}" defer></script>`
  return layout({
    ...{ title: `向${authority}申请公开政府信息`, region, demonstration, body },
    crumbs: [{ href: '/requests', text: '依申请公开' }],
  })
}

/** The counter and the post are always open (第二十八条), and whoever cannot write is written for (第二十九条、第四十三条). */
function otherWays({ authority, address, phone, officeHours }: Addressee): Markup {
  const contact = [
    address && `地址：${address}`,
    phone && `电话：${phone}`,
    officeHours && `办公时间：${officeHours}`,
  ].filter(Boolean)
  const form = `/requests/new/${segment(authority)}/form`
  return html`<details><summary>当面、邮寄提交；阅读、书写或者视听有困难的</summary>
<p>也可以下载空白申请表（<a href="${form}/pdf">PDF</a>、<a href="${form}/docx">Word</a>），填写后连同身份证明当面提交或者邮寄。${contact.length > 0 ? html`<br>${contact.join('　')}` : '受理机关的地址和联系电话见其政府信息公开指南。'}</p>
<p>采用书面形式确有困难的，可以到受理机关口头提出，由工作人员代为填写（《中华人民共和国政府信息公开条例》第二十九条）。阅读或者视听有障碍的，可以电话告知受理机关，或者在下面“需要的帮助”中写明，受理机关应当提供必要的帮助（第四十三条）。</p></details>`
}

const WANTED: FieldSpec = {
  name: 'wanted',
  label: '内容描述',
  help: '请写明所需信息的名称、文号或者便于查询的其他特征，如时间、地点、事项。内容不明确的，受理机关会一次性告知补正。',
  isRequired: true,
}

const NEWS_CHOICES: readonly (readonly [string, string])[] = [
  ['', '填写了电子邮箱的，发邮件提醒；没有的，按获取信息的途径告知'],
  ['slip', NEWS_WAYS.slip],
  ['page', NEWS_WAYS.page],
]

/** As the first way supplies it: on the page on which it is looked up. */
const FORMS = (['electronic', 'paper', 'inspection', 'other'] as const).map(
  (form) => [form, SUPPLY_FORMS[form]] as const,
)

const WAYS = (['portal', 'post', 'email', 'fax', 'inPerson'] as const).map(
  (way) => [way, SUPPLY_WAYS[way]] as const,
)

/** One who asks, or acts for one; the names of the fields begin with `no`. */
function person(given: Given, no: string, isFirst: boolean): Markup {
  const field = (name: string) => `${no}-${name}`
  const kinds = Object.entries(IDENTITY_KINDS)
  return html`<div class="person">
${textField(given, { name: field('name'), label: '姓名或者名称', isRequired: isFirst, autocomplete: isFirst ? 'name' : 'off' })}
${listField(given, { name: field('idKind'), label: '证件' }, kinds)}
${textField(given, { name: field('idNumber'), label: '证件号码', isRequired: isFirst, most: 40 })}
${textField(given, { name: field('contactName'), label: '联系人', help: '法人或者其他组织填写。', most: 100 })}
${textField(given, { name: field('phone'), label: '联系电话', type: 'tel', most: 40, ...(isFirst ? { help: '电话、电子邮箱、通信地址至少填写一项。', autocomplete: 'tel' } : {}) })}
${textField(given, { name: field('email'), label: '电子邮箱', type: 'email', autocomplete: isFirst ? 'email' : 'off' })}
${textField(given, { name: field('address'), label: '通信地址', most: 300, autocomplete: isFirst ? 'street-address' : 'off' })}
${textField(given, { name: field('postalCode'), label: '邮政编码', most: 20, autocomplete: isFirst ? 'postal-code' : 'off' })}
</div>`
}

function isTyped(typed: Typed, no: string): boolean {
  return Boolean(typed.get(`${no}-name`) || typed.get(`${no}-idNumber`))
}
