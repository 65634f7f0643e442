import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decode } from '../../src/source/decode/decode.js'

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
const utf16be = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16())

// 云岭县 in GB18030.
const YUNLING = [0xd4, 0xc6, 0xc1, 0xeb, 0xcf, 0xd8]

describe('编码按内容判断', () => {
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['UTF-8', bytes('云岭县0件'), 'utf-8', '云岭县0件'],
    ['UTF-8 带 BOM', bytes([0xef, 0xbb, 0xbf], '云岭县'), 'utf-8', '云岭县'],
    [
      'UTF-16LE 带 BOM',
      bytes([0xff, 0xfe], [...Buffer.from('云岭县', 'utf16le')]),
      'utf-16le',
      '云岭县',
    ],
    ['UTF-16BE 带 BOM', bytes([0xfe, 0xff], [...utf16be('云岭县')]), 'utf-16be', '云岭县'],
    [
      'UTF-16LE 无 BOM',
      bytes([...Buffer.from('云岭县收到0件\n', 'utf16le')]),
      'utf-16le',
      '云岭县收到0件\n',
    ],
    ['UTF-16BE 无 BOM', utf16be('云岭县收到0件\n'), 'utf-16be', '云岭县收到0件\n'],
    [
      'UTF-16LE 无 BOM，引号、框线很多',
      bytes([...Buffer.from('“砚州”“云岭”│0│—│\n', 'utf16le')]),
      'utf-16le',
      '“砚州”“云岭”│0│—│\n',
    ],
    ['GB18030', bytes(YUNLING, '0'), 'gb18030', '云岭县0'],
    ['GB18030 四字节', bytes(YUNLING, [0x95, 0x32, 0x82, 0x36]), 'gb18030', '云岭县𠀀'],
    ['GB18030 像 UTF-8 的两个字', bytes([0xc4, 0xa3, 0xb0, 0xe5]), 'gb18030', '模板'],
    [
      '网页声明 gb2312 而内容是 UTF-8',
      bytes('<meta charset=gb2312>云岭县'),
      'utf-8',
      '<meta charset=gb2312>云岭县',
    ],
    [
      '网页声明 utf-8 而内容是 GB18030',
      bytes('<meta charset=utf-8>', YUNLING),
      'gb18030',
      '<meta charset=utf-8>云岭县',
    ],
  ]
  for (const [title, input, encoding, text] of cases) {
    it(title, () => {
      const decoded = decode(input)
      assert.deepEqual([decoded.encoding, decoded.text, decoded.problems], [encoding, text, []])
    })
  }
})

describe('坏的字节', () => {
  const cases: readonly (readonly [string, Uint8Array, string, string, readonly string[]])[] = [
    [
      '末尾的字只有一半',
      bytes('云岭县', [0xe6, 0x94]),
      'utf-8',
      '云岭县\ufffd',
      ['text.undecodable'],
    ],
    [
      'UTF-8 中夹一个坏字节',
      bytes('云岭县', [0xff], '公开'),
      'utf-8',
      '云岭县\ufffd公开',
      ['text.undecodable'],
    ],
    [
      '两种编码逐行混用',
      bytes('青溪区\n', YUNLING, '\n'),
      'mixed',
      '青溪区\n云岭县\n',
      ['text.mixed-encoding'],
    ],
    ['一个空字符', bytes('云岭县\0公开'), 'utf-8', '云岭县\ufffd公开', ['text.nul']],
  ]
  for (const [title, input, encoding, text, problems] of cases) {
    it(title, () => {
      const decoded = decode(input)
      assert.deepEqual([decoded.encoding, decoded.text], [encoding, text])
      assert.deepEqual(
        decoded.problems.map(({ code }) => code),
        problems,
      )
    })
  }
  it('问题写明行和列', () => {
    const [problem] = decode(bytes('一\n云岭县\0')).problems
    assert.deepEqual(problem?.at, { kind: 'line', line: 2, column: 4, endLine: 2, endColumn: 5 })
    assert.match(problem?.message ?? '', /第 2 行第 4 个字符/)
  })
})
