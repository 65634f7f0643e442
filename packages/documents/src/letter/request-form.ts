import { APPLICANT_KINDS, type ApplicantKind } from '@gongkai/law'
import { cell, type Paper, type PaperCell, type PaperRow } from './paper.js'

/** 政府信息公开申请表 of an authority, nothing filled in. */
export function requestForm(authority: string): Paper {
  return {
    title: [`${authority}政府信息公开申请表`],
    number: null,
    addressee: null,
    before: [],
    table: { widths: [14, 38, 40, 24, 40], size: 12, head: [], rows: ROWS },
    after: [],
    attachments: [],
    signature: null,
    note: null,
  }
}

const ROW = 7.5
const label = (text: string, colSpan = 1, rowSpan = 1) => cell(text, true, colSpan, rowSpan)
const empty = (colSpan = 1) => cell('', false, colSpan)
const filled = (text: string, colSpan: number) => cell(text, false, colSpan)
const boxes = (titles: readonly string[]) => titles.map((title) => `□${title}`).join('　')
const row = (cells: readonly PaperCell[], height = ROW): PaperRow => ({ height, cells })

/** 第二十九条: who asks with proof of identity, what, in which form and by which way. */
const BODIES = (Object.keys(APPLICANT_KINDS) as ApplicantKind[])
  .filter((kind) => kind !== 'person')
  .map((kind) => APPLICANT_KINDS[kind].title)

const NOTE =
  '说明：申请时请提供本人或者本单位的身份证明；由他人代为申请的，另附授权委托书和代理人的身份证明。申请不需要说明用途。书写确有困难的，可以口头提出，由本机关代为填写。'

// biome-ignore format: the form, a row a line
const ROWS: readonly PaperRow[] = [
  row([label('申\n请\n人\n信\n息', 1, 10), label('公民姓名'), empty(), label('联系电话'), empty()]),
  row([label('身份证件名称'), empty(), label('证件号码'), empty()]),
  row([label('通信地址'), empty(3)]),
  row([label('邮政编码'), empty(), label('电子邮箱'), empty()]),
  row([label('法人或者组织名称'), empty(3)], 9),
  row([label('类型'), filled(boxes(BODIES), 3)], 12),
  row([label('统一社会信用代码'), empty(3)]),
  row([label('联系人姓名'), empty(), label('联系电话'), empty()]),
  row([label('通信地址和邮编'), empty(3)]),
  row([label('代理人'), filled('姓名：　　　　电话：　　　　　（附授权委托书）', 3)]),
  row([label('所\n需\n信\n息', 1, 4), label('名称、文号或者便于查询的其他特征性描述'), empty(3)], 30),
  row([label('获取信息的形式'), filled(boxes(['纸质', '电子文件', '当场查阅、抄录', '其他：']), 3)], 9),
  row([label('获取信息的途径'), filled(boxes(['自行领取', '邮寄', '电子邮件', '传真', '其他：']), 3)], 9),
  row([label('阅读、视听有困难需要的帮助'), empty(3)], 12),
  row([label('申请人签名或者盖章', 2), empty(), label('申请日期'), filled('　　年　月　日', 1)], 11),
  row([label('机关\n填写', 1, 2), label('申请编号'), empty(), label('提交渠道'), empty()]),
  row([label('收到申请之日'), empty(), label('接收人'), empty()]),
  row([filled(NOTE, 5)], 16),
]
