import type { Portal, RequestFile } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { day, type Markup } from '../parts/markup.js'
import { DRAFT_PATH } from './script.js'

/** 接收回执: number and secret, to be printed. It is told once. */
export function receiptPage(
  { region, demonstration }: Portal,
  { request, secret }: { readonly request: RequestFile; readonly secret: string },
): Markup {
  const { requestNumber, authority, arrivedOn, wanted } = request
  const body = html`<div class="note good" role="status"><p>申请已经提交。请打印或者抄下本页：<strong>查询密码只在这里显示一次</strong>，遗失的，须携带身份证明到受理机关当面办理。</p></div>
<dl class="facts receipt" data-sent="${authority}">
<dt>申请编号</dt><dd><strong>${requestNumber}</strong></dd>
<dt>查询密码</dt><dd><strong class="secret">${secret}</strong></dd>
<dt>受理机关</dt><dd>${authority}</dd>
<dt>提交日期</dt><dd>${day(arrivedOn)}</dd>
<dt>所需信息</dt><dd>${wanted}</dd>
</dl>
<h2>接下来</h2>
<ul>
<li>网上提交的申请，以双方确认之日为收到申请之日（《中华人民共和国政府信息公开条例》第三十一条第三项）。您提交时已经确认；受理机关确认后，在查询页面上可以看到收到之日和答复期限。</li>
<li>需要补正的，也在查询页面上办理。</li>
</ul>
<p class="screen"><button type="button" id="print" hidden>打印回执</button> <a href="/requests/status">查询办理情况</a></p>
<script src="${DRAFT_PATH}" defer></script>`
  return layout({
    ...{ title: '政府信息公开申请接收回执', region, demonstration, body },
    crumbs: [{ href: '/requests', text: '依申请公开' }],
  })
}
