import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { zipSync } from 'fflate'
import { clamdScanner } from '../../src/storage/clamd.js'
import { folderStore } from '../../src/storage/file-store.js'
import { FileRefused, guardedStore } from '../../src/storage/file-store-guard.js'
import { newFolder } from '../support/servers.js'

/** A daemon that takes INSTREAM to the letter, and finds something in whatever says so. */
function fakeClamd(answer: (file: Buffer) => string | null): Server {
  return createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      got = Buffer.concat([got, Buffer.from(piece)])
      const file = fileOf(got)
      const said = file && answer(file)
      if (said) socket.end(`${said}\0`)
    })
  })
}

/** What was streamed, once the piece of length zero has come. */
function fileOf(got: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  assert.equal(got.subarray(0, command.length).toString(), command.slice(0, got.length))
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(got.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const CLEAN = Buffer.alloc(200_000, '年')

describe('文件接收前查杀', () => {
  const folder = newFolder()
  const socket = path.join(folder, 'clamd.ctl')
  const says = (file: Buffer) => {
    if (file.includes('病毒')) return 'stream: Win.Test.EICAR_HDB-1 FOUND'
    if (file.includes('太大')) return 'INSTREAM size limit exceeded. ERROR'
    if (file.includes('不答')) return null
    return file.equals(CLEAN) ? 'stream: OK' : 'UNKNOWN COMMAND'
  }
  const server = fakeClamd(says)
  before(() => new Promise<void>((resolve) => server.listen(socket, resolve)))
  after(() => server.close())

  const put = async (bytes: Uint8Array, url: string | null) => {
    const store = folderStore(path.join(folder, 'files'))
    const scan = url === null ? null : clamdScanner(url, 300)
    try {
      const digest = await guardedStore(store, scan).put(bytes)
      assert.ok(await store.get(digest))
      return 'kept'
    } catch (thrown) {
      if (!(thrown instanceof FileRefused)) throw thrown
      return `${thrown.refusal.code} ${thrown.refusal.message}`
    }
  }

  const here = `unix:${socket}`
  const part = (name: string) => zipSync({ [name]: new Uint8Array(4) })
  const typed = (type: string) =>
    zipSync({
      '[Content_Types].xml': Buffer.from(`<Override PartName="/a.dat" ContentType="${type}"/>`),
      'a.dat': new Uint8Array(4),
    })
  const compound = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(text, 'utf16le')])
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, bytes: Uint8Array, url: string | null, expected: RegExp])[] = [
    ['没有问题的',           CLEAN,                          here,                   /^kept$/],
    ['没有设置查杀的',       Buffer.from('病毒'),            null,                   /^kept$/],
    ['带有病毒的',           Buffer.from('病毒'),            here,                   /^file\.infected .*EICAR/],
    ['查杀服务认为太大的',   Buffer.from('太大'),            here,                   /^file\.not-scanned /],
    ['查杀服务不作答的',     Buffer.from('不答'),            here,                   /^file\.not-scanned /],
    ['查杀服务没有启动的',   CLEAN,                          'tcp://127.0.0.1:1',    /^file\.not-scanned /],
    ['docx 带宏的',          part('word/vbaProject.bin'),    null,                   /^file\.macros /],
    ['宏换了名字的',         typed('vnd.ms-office.vbaProject'), null,                 /^file\.macros /],
    ['xlsx 带旧式宏表的',    typed('vnd.ms-excel.macrosheet+xml'), null,              /^file\.macros /],
    ['docx 不带宏的',        part('word/document.xml'),      null,                   /^kept$/],
    ['doc 带宏的',           compound('_VBA_PROJECT'),       null,                   /^file\.macros /],
    ['doc 不带宏的',         compound('WordDocument'),       null,                   /^kept$/],
    ['正文里提到宏的',       Buffer.from('vbaProject.bin'),  null,                   /^kept$/],
  ]
  for (const [title, bytes, url, expected] of CASES) {
    it(title, async () => assert.match(await put(bytes, url), expected))
  }
})
