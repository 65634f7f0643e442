import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { STRUCTURE_RULES } from '../../src/structure/index.js'
import { CLEAN } from '../numbers/clean.js'
import { found, foundWords, ruleOf } from '../numbers/run.js'
import { CLEAN_LISTS } from './clean-lists.js'

const rule = ruleOf(STRUCTURE_RULES, 'STR-02')

// biome-ignore format: one case a line
const PLANTED: readonly (readonly [title: string, text: string, findings: readonly string[]])[] = [
  ['中途重新编号', '（一）主动公开。及时发布。\n（二）依申请公开。规范办理。\n（一）平台建设。做好维护。\n（二）监督保障。加强培训。', ['error：（一）']],
  ['缺号', '（一）主动公开\n及时发布。\n（三）平台建设\n做好维护。', ['error：（三）']],
  ['编号重复', '（一）主动公开\n及时发布。\n（二）依申请公开\n规范办理。\n（二）平台建设\n做好维护。', ['error：（二）']],
  ['编号倒退', '（一）甲事。\n（二）乙事。\n（三）丙事。\n（二）丁事。', ['error：（二）']],
  ['首号不是一', '（二）依申请公开。规范办理。\n（三）平台建设。做好维护。', ['error：（二）']],
  ['丢失自动编号的标题', '（一）主动公开\n全年发布信息80条。\n依申请公开\n未收到申请。\n信息管理\n完善制度。\n平台建设\n维护网站。\n（五）监督保障\n开展培训。', ['error：依申请公开', 'error：信息管理', 'error：平台建设']],
  ['丢失编号的标题带句号', '（一）主动公开情况。全年发布信息80条。\n依申请公开情况。\n未收到申请，渠道畅通。\n（三）监督保障情况。\n开展培训。', ['error：依申请公开情况。']],
  ['丢失编号而标题认不全', '（一）主动公开\n全年发布信息80条，均已归档。\n（四）监督保障\n开展培训。', ['error：（四）']],
  ['混用层次', '（一）主动公开。\n2.依申请公开。\n（三）平台建设。', ['error：（三）']],
  ['阿拉伯数字缺号', '1.加强学习。\n2.完善制度。\n4.强化监督。', ['warning：4.']],
  ['阿拉伯数字重复', '1.加强学习。\n1.完善制度。\n2.强化监督。', ['warning：1.']],
  ['全角数字缺号', '１.加强学习。\n３.完善制度。', ['warning：３.']],
  ['圈号缺号', '①网站。\n③微信。', ['warning：③']],
  ['二是重复', '一是加强领导；二是健全制度；二是强化监督。', ['warning：二是']],
  ['缺少三是', '一是加强领导；二是健全制度；四是强化监督。', ['warning：四是']],
  ['只有一是', '存在不足：一是信息更新不及时。', ['warning：一是']],
  ['没有一是', '加强领导，二是健全制度，三是强化监督。', ['warning：二是']],
  ['第二重复', '第一，加强领导；第二，健全制度；第二，强化监督。', ['warning：第二']],
  ['没有首先的其次', '拓宽公开渠道，发布信息80条。其次，加强政策解读。', ['warning：其次']],
  ['顿号作层次序数', '1、加强学习。\n2、完善制度。', ['note：1、']],
  ['括号后加顿号', '（一）、加强学习。\n（二）、完善制度。', ['note：（一）、']],
]

describe('标题和列项编号的差错逐条指出', () => {
  for (const [title, text, findings] of PLANTED) {
    it(title, () => assert.deepEqual(foundWords(rule, { text }), findings))
  }
  it('丢失的编号可以直接补上', () => {
    const [first] = found(rule, {
      text: '（一）主动公开\n发布信息。\n依申请公开\n没有申请。\n（三）平台建设\n维护网站。',
    })
    assert.equal(first?.shouldBe, '（二）依申请公开')
  })
})

describe('规范的编号不提示', () => {
  for (const text of CLEAN_LISTS) {
    it(text.replaceAll('\n', '⏎'), () => assert.deepEqual(foundWords(rule, { text }), []))
  }
  it('没有编号的句子', () => assert.deepEqual(foundWords(rule, { text: CLEAN.join('\n') }), []))
  it('正例不提示，反例有提示', () => {
    assert.deepEqual(foundWords(rule, rule.passes), [])
    assert.equal(foundWords(rule, rule.fails).length, 1)
  })
})
