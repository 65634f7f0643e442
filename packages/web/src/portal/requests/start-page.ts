import type { Addressee, Portal } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import { type Markup, segment } from '../parts/markup.js'

/** Where to ask, and how else than here (第二十八条); the authorities whose name holds what was typed. */
export function startPage(
  { region, demonstration }: Portal,
  words: string,
  found: readonly Addressee[],
): Markup {
  const body = html`<p>公民、法人或者其他组织可以向地方各级人民政府、县级以上人民政府部门申请获取相关政府信息（《中华人民共和国政府信息公开条例》第二十七条）。不需要注册，也不需要说明用途。</p>
<form class="search" role="search" action="/requests"><div><label for="q">向哪个机关申请</label><input id="q" name="q" type="search" value="${words}" maxlength="100"></div><button type="submit">查找机关</button></form>
${words === '' ? null : results(words, found)}
<h2>已经提交的申请</h2>
<p><a href="/requests/status">凭申请编号和查询密码查询办理情况</a>，补正、撤回也在那里办理。</p>
<h2>其他提交方式</h2>
<p>也可以到受理机关当面提交，或者邮寄书面申请；采用书面形式确有困难的，可以当面口头提出，由工作人员代为填写。受理机关的地址、办公时间和联系电话见其政府信息公开指南。</p>`
  return layout({ title: '依申请公开', region, demonstration, body })
}

function results(words: string, found: readonly Addressee[]): Markup {
  if (found.length === 0)
    return html`<p class="empty">没有名称含“${words}”的机关。请减少字数后再查找。</p>`
  return html`<ul>${found.map(
    ({ authority, address, phone, officeHours }) =>
      html`<li><a href="/requests/new/${segment(authority)}">${authority}</a>${contact([address, phone, officeHours])}</li>`,
  )}</ul>`
}

/** Where an authority is found otherwise (第二十八条: the counter and the post are always open). */
function contact(parts: readonly (string | null)[]): Markup | null {
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : html`<br><span class="soft">${known.join('　')}</span>`
}
