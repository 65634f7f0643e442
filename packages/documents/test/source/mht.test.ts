import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src/source/read-source.js'
import { shapes } from './shapes.js'

const HEAD = `From: <Saved by Blink>
Subject: =?utf-8?Q?a?=
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----=_Part_1"

This is a multi-part message in MIME format.
`
const PAGE =
  '<html><body><p>云岭县财政局</p><table><tr><td>规章<td>0<tr><td>文件<td>1</table></body></html>'
const READ = [
  '云岭县财政局',
  [
    ['规章', '0'],
    ['文件', '1'],
  ],
]

const quoted = (text: string, encoding: BufferEncoding = 'utf8') =>
  [...Buffer.from(text, encoding)]
    .map((byte, at) => {
      const sign = String.fromCharCode(byte)
      const printed = /[!-<>-~ ]/.test(sign)
        ? sign
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      return at % 20 === 19 ? `${printed}=\n` : printed
    })
    .join('')

const part = (body: string, encoding: string, type = 'text/html; charset="utf-8"') =>
  `------=_Part_1\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\nContent-Location: file:///C:/a.htm\n\n${body}\n`
const file = (...parts: readonly string[]) => `${HEAD}\n${parts.join('\n')}\n------=_Part_1--\n`
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

const PICTURE = part('iVBORw0KGgo=', 'base64', 'image/png')
const FRAMES = '<html><frameset rows="*,39"><frame src="sheet001.htm"></frameset></html>'
const GB = Uint8Array.from(Buffer.from('b2c6d5fe', 'hex'))
const INNER = `------=_Part_1\nContent-Type: multipart/alternative; boundary=b2\n\n--b2\nContent-Type: text/plain\n\na\n--b2\n${part(quoted(PAGE), 'quoted-printable').replace(/^.*\n/, '')}\n--b2--\n`

// biome-ignore format: one case a line
const CASES: readonly (readonly [title: string, bytes: Uint8Array, expected: unknown])[] = [
  ['quoted-printable', latin(file(part(quoted(PAGE), 'quoted-printable'), PICTURE)), READ],
  ['行末为回车换行', latin(file(part(quoted(PAGE), 'quoted-printable')).replaceAll('\n', '\r\n')), READ],
  ['base64', latin(file(part(Buffer.from(PAGE).toString('base64').replace(/.{76}/g, '$&\n'), 'base64'))), READ],
  ['8bit', Uint8Array.from(Buffer.from(file(part(PAGE, '8bit')))), READ],
  ['图片在前', latin(file(PICTURE, part(quoted(PAGE), 'quoted-printable'))), READ],
  ['网页部分是 GB2312', latin(file(part('<p>=B2=C6=D5=FE</p>', 'quoted-printable', 'text/html; charset="gb2312"'))), ['财政']],
  ['网页部分未编码，是 GB2312', latin(file(part(`<p>${Buffer.from(GB).toString('latin1')}</p>`, '8bit'))), ['财政']],
  ['Excel 保存的：框架和各工作表', latin(file(part(FRAMES, '7bit'), part(quoted('<p>甲</p>'), 'quoted-printable'), part(quoted('<p>乙</p>'), 'quoted-printable'))), ['甲', '乙']],
  ['Word 保存的：页眉不读', latin(file(part(quoted(PAGE), 'quoted-printable'), part(quoted('<p>页眉</p>'), 'quoted-printable'))), READ],
  ['只有一个网页部分', latin(`MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${quoted(PAGE)}`), READ],
  ['两层', latin(file(INNER)), READ],
]

describe('另存为单个文件的网页（mht）', () => {
  for (const [title, bytes, expected] of CASES) {
    it(title, async () => {
      const read = await readSource(bytes, 'a.mht')
      assert.deepEqual(read.ok ? shapes(read.value) : read.refusal, expected)
    })
  }

  // biome-ignore format: one case a line
  const REFUSED: readonly (readonly [title: string, text: string])[] = [
    ['没有网页部分', file(PICTURE)],
    ['没有保存完整', file(part(quoted(PAGE), 'quoted-printable')).slice(0, 500)],
    ['边界没有写明', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>'],
    ['一百万个部分', `${HEAD}${'\n------=_Part_1'.repeat(1_000_000)}--`],
    ['一层套一层', `MIME-Version: 1.0\n${'Content-Type: multipart/related; boundary=a\n\n--a\n'.repeat(1000)}--a--`],
  ]
  for (const [title, text] of REFUSED) {
    it(`${title}：说明不完整`, async () => {
      const read = await readSource(latin(text), 'a.mht')
      assert.ok(!read.ok)
      assert.equal(read.refusal.code, 'file.damaged')
      assert.match(read.refusal.message, /mht.*重新/)
    })
  }
})
