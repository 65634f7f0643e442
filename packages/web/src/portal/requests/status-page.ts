import type { OwnStatus, Portal } from '@gongkai/app'
import { citationText, GROUNDS } from '@gongkai/law'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { day, type Markup } from '../parts/markup.js'
import { fileField, longField, textField } from './fields.js'
import { suggestionPart } from './suggestion-part.js'

type Asked = { readonly requestNumber: string; readonly secret: string }

/** Number and secret are asked for; `message` says why the last pair did not do. */
export function askStatusPage(
  { region, demonstration }: Portal,
  typed: { readonly requestNumber: string },
  message: string | null,
): Markup {
  const given = {
    typed: new Map([['requestNumber', typed.requestNumber]]),
    wrong: message ? 'secret' : null,
  }
  const body = html`${message ? html`<div class="note bad" role="alert" id="fault"><p>${message}</p></div>` : null}
<form method="post" action="/requests/status" class="ask">
${textField(given, { name: 'requestNumber', label: '申请编号', help: '在接收回执上，如“2026-001-0001”。', isRequired: true, most: 40 })}
${textField(given, { name: 'secret', label: '查询密码', help: '在接收回执上，十六位字母和数字，不分大小写。', isRequired: true, most: 60 })}
<p><button type="submit">查询</button></p>
</form>
<p class="soft">查询密码遗失的，请携带身份证明到受理机关当面办理。</p>`
  return layout({ title: '查询办理情况', region, demonstration, body, crumbs: CRUMBS })
}

/** How a request stands: nothing of who asks, what is to be done next and until when. `told` says what has just been done. */
export function statusPage(
  { region, demonstration }: Portal,
  status: OwnStatus,
  asked: Asked,
  told: { readonly isDone: boolean; readonly message: string } | null,
): Markup {
  const {
    carriedBy,
    requestNumber,
    authority,
    stage,
    arrivedOn,
    receivedOn,
    closedOn,
    countedUnder,
    setAside,
  } = status
  const body = html`${told ? html`<div class="note ${told.isDone ? 'good' : 'bad'}" role="${told.isDone ? 'status' : 'alert'}"><p>${told.message}</p></div>` : null}
<dl class="facts">
<dt>申请编号</dt><dd>${requestNumber}</dd>
<dt>受理机关</dt><dd>${carriedBy ? `${authority}（已撤并，由${carriedBy}继续办理）` : authority}</dd>
<dt>提交日期</dt><dd>${day(arrivedOn)}</dd>
<dt>收到之日</dt><dd>${receivedOn ? html`${day(receivedOn)}` : closedOn ? '没有确定' : '等待受理机关确认'}</dd>
<dt>办理阶段</dt><dd><strong>${setAside === 'split' ? '已分为几件分别办理' : setAside === 'rejoined' ? '已合并为原来的一件办理' : STAGES[stage]}</strong></dd>
${closedOn ? html`<dt>办结日期</dt><dd>${day(closedOn)}</dd>` : null}
${countedUnder ? html`<dt>办理结果</dt><dd>${GROUNDS[countedUnder].title}</dd>` : null}
</dl>
${asideText(status)}
${closedOn ? null : whatIsNext(status)}
${status.letters.length > 0 ? letterList(status.letters, asked) : null}
${stage === 'awaitingCorrection' || stage === 'awaitingReasons' ? sendForm(stage, asked) : null}
${status.suggestion ? suggestionPart(status.suggestion, hidden(asked)) : null}
${status.isMailed ? mailForm(asked) : null}
${dataForm(asked)}
${closedOn ? null : withdrawForm(asked)}
<p><a href="/requests/status">查询另一件</a></p>`
  return layout({ title: '办理情况', region, demonstration, body, crumbs: CRUMBS })
}

function asideText({ closedOn, countedUnder, setAside, parts }: OwnStatus): Markup | null {
  if (setAside === 'split')
    return html`<p>这件申请含有几项不同的内容，已经分为下列${parts.length}件分别办理、分别答复，收到之日和答复期限不变：</p>
<ul>${parts.map((number) => html`<li>${number}</li>`)}</ul>
<p>各件的查询密码由受理机关书面告知；没有收到或者遗失的，请与受理机关联系，或者携带身份证明当面办理。</p>`
  if (setAside === 'rejoined')
    return html`<p>分开办理已经撤销，请凭原来的申请编号和查询密码查询。</p>`
  if (!closedOn || countedUnder) return null
  return html`<p>这件没有作为政府信息公开申请受理。有疑问的，请与受理机关联系。</p>`
}

const CRUMBS = [{ href: '/requests', text: '依申请公开' }]

// biome-ignore format: table
const STAGES: Readonly<Record<OwnStatus['stage'], string>> = {
  arrived:            '已提交，等待受理机关确认收到',
  examining:          '办理中',
  awaitingCorrection: '等待您补正申请内容',
  awaitingReasons:    '等待您说明理由',
  awaitingFee:        '等待您缴纳信息处理费',
  closed:             '已办结',
}

type Ahead = OwnStatus['ahead'][number]

/** What each day means, and what follows when it passes. */
// biome-ignore format: table
const AHEAD: Readonly<Record<Ahead['what'], readonly [says: (on: Markup) => Markup, why: string]>> = {
  askCorrection: [(on) => html`内容不明确的，受理机关在${on}（含当日）前一次性告知补正`, '没有告知的，按您现在的描述办理。'],
  correction:    [(on) => html`请您在${on}（含当日）前补正`, '无正当理由逾期不补正的，视为放弃申请，不再处理。收到补正后，答复期限自次日起重新计算；要求补正时答复期限已经届满的除外。'],
  reasons:       [(on) => html`请您在${on}（含当日）前说明理由`, '理由不合理的，受理机关告知不予处理；理由合理、但不能在规定期限内答复的，另行确定延迟答复的期限并告知您。'],
  opinion:       [(on) => html`正在征求意见，最迟至${on}`, '征求第三方、其他机关意见所需的时间不计算在答复期限内；逾期没有提出意见的，受理机关依法决定。'],
  feePayment:    [(on) => html`请您在${on}（含当日）前缴纳信息处理费`, '逾期没有缴纳的，视为放弃申请，不再处理。缴费后，答复期限自次日起重新计算；通知缴费时答复期限已经届满的除外。'],
  reply:         [(on) => html`受理机关应当在${on}（含当日）前答复`, '答复期限自收到申请的次日起按工作日计算，休息日、法定节假日不计；补正、缴费后重新计算，征求意见的时间扣除，依法延长的时间已经计入。当日交邮或者送达的，为按期答复。'],
}

function aheadItem({ what, on, source }: Ahead): Markup {
  const [says, why] = AHEAD[what]
  return html`<li>${says(day(on))}（${citationText(source)}）。<br><span class="soft">${why}</span></li>`
}

function whatIsNext({ receipt, ahead, dueOn, dueProvisional, stage, fees }: OwnStatus): Markup {
  if (receipt.receivedOn === null) {
    return html`<h2>接下来</h2><p>受理机关最迟在${day(receipt.escalateOn)}处理确认事宜。双方确认之日为收到申请之日，答复期限自次日起算（${citationText(receipt.source)}）。</p>`
  }
  return html`<h2>接下来</h2>
<ul>${ahead.map(aheadItem)}</ul>
${dueOn === null && stage !== 'closed' ? html`<p>等待期间答复期限不计算，收到后另行显示。</p>` : null}
${dueProvisional ? html`<p class="soft">其中部分日期的放假安排尚未公布，公布后日期可能移动。</p>` : null}
${fees.length > 0 ? html`<h2>应缴纳的信息处理费</h2>${fees.map(feeFacts)}` : null}`
}

function feeFacts({ documentNumber, yuan, howToPay, payBy }: OwnStatus['fees'][number]): Markup {
  return html`<dl class="facts">
<dt>金额</dt><dd><strong>${yuan}元</strong></dd>
<dt>缴费途径</dt><dd>${howToPay}</dd>
<dt>缴费期限</dt><dd>${payBy ? html`${day(payBy)}` : '自收到收费通知书的次日起计算，受理机关登记送达后显示'}</dd>
${documentNumber ? html`<dt>收费通知书</dt><dd>${documentNumber}</dd>` : null}
</dl>`
}

function hidden({ requestNumber, secret }: Asked): Markup {
  return html`<input type="hidden" name="requestNumber" value="${requestNumber}"><input type="hidden" name="secret" value="${secret}">`
}

function letterList(letters: OwnStatus['letters'], asked: Asked): Markup {
  return html`<h2>送达的文书</h2>
<p>请下载保存，并确认收到。确认之日登记为送达之日，文书中自收到之日起计算的期限据此计算。</p>
<ul>${letters.map((letter) => html`<li>${letterItem(letter, asked)}</li>`)}</ul>`
}

function letterItem(
  { id, title, documentNumber, sentOn, servedOn, files }: OwnStatus['letters'][number],
  asked: Asked,
): Markup {
  const given = html`${hidden(asked)}<input type="hidden" name="letterId" value="${id}">`
  return html`《${title}》${documentNumber ? `（${documentNumber}）` : ''}，${day(sentOn)}发出，${servedOn ? html`${day(servedOn)}已确认收到` : '尚未确认收到'}
<form method="post" action="/requests/status/letter">${given}<button type="submit" aria-label="下载《${title}》">下载</button></form>
${files.length > 0 ? html`<p>附件：</p><ul>${files.map((file) => html`<li>${file.name}<form method="post" action="/requests/status/letter/file">${given}<input type="hidden" name="fileId" value="${file.id}"><button type="submit" aria-label="下载附件${file.name}">下载附件</button></form></li>`)}</ul>` : null}
${servedOn ? null : html`<form method="post" action="/requests/status/letter/received">${given}<button type="submit" aria-label="确认收到《${title}》">确认收到</button></form>`}`
}

/** What the applicant is asked to send, by the stage. */
// biome-ignore format: table
const ASKED_FOR = {
  awaitingCorrection: { path: 'correction', title: '补正',     text: '补正的内容', files: '补正材料', help: '请对照补正告知书逐项补正。' },
  awaitingReasons:    { path: 'reasons',    title: '说明理由', text: '说明的理由', files: '有关材料', help: '请说明多次、大量提出申请的理由。' },
} as const

function sendForm(stage: keyof typeof ASKED_FOR, asked: Asked): Markup {
  const given = { typed: new Map<string, string>(), wrong: null }
  const { path, title, text, files, help } = ASKED_FOR[stage]
  return html`<h2>${title}</h2>
<form method="post" enctype="multipart/form-data" action="/requests/status/${path}" class="ask">${hidden(asked)}
${longField(given, { name: 'text', label: text, help })}
${fileField(given, { name: 'correction', label: files, isMany: true })}
<p><button type="submit">提交${title === '补正' ? '补正' : '理由'}</button></p></form>`
}

function mailForm(asked: Asked): Markup {
  return html`<form method="post" action="/requests/status/mail">${hidden(asked)}
<p>有进展时向您登记的电子邮箱发送提醒。 <button type="submit">不再发送邮件</button></p></form>`
}

function dataForm(asked: Asked): Markup {
  const given = { typed: new Map<string, string>(), wrong: null }
  return html`<details><summary>查阅、复制本人的个人信息</summary>
<form method="post" action="/requests/status/data" class="ask">${hidden(asked)}
${textField(given, { name: 'idNumber', label: '证件号码', help: '申请时填写的身份证、护照等证件的号码；单位填写统一社会信用代码。用来确认是您本人。', isRequired: true, most: 40 })}
<p><button type="submit" name="to" value="page">查看、打印</button> <button type="submit" name="to" value="json">下载（JSON）</button></p></form></details>`
}

function withdrawForm(asked: Asked): Markup {
  return html`<details><summary>撤回申请</summary>
<form method="post" action="/requests/status/withdraw" class="ask">${hidden(asked)}
<p>撤回后不再办理，不能恢复；仍需要的，可以重新提出申请。</p>
<p><label class="radio"><input type="checkbox" name="sure" value="yes" required> 我确定撤回这件申请</label></p>
<p><button type="submit">撤回申请</button></p></form></details>`
}
