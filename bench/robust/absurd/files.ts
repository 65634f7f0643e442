import { deflateSync } from 'node:zlib'
import { compoundFile } from '../../../packages/documents/test/source/compound-file.js'
import { assembled, rawPdf } from '../../../packages/documents/test/source-pdf/samples.js'
import { bomb, docxOf, part, wordDocument, zipOf } from '../../../test/support/zip.js'
import { createRng } from '../../generator/rng.js'
import type { Base } from './base.js'

/** What the file is called, and what is in it. */
export type AbsurdFile = readonly [name: string, make: () => Uint8Array | string]

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`
const LINE = 'BT /F1 10 Tf 20 300 Td (12) Tj ET'

const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)
const noise = (size: number) => {
  const rng = createRng(7)
  return Uint8Array.from({ length: size }, () => rng.int(0, 255))
}

/** Files that are not what they seem, or not whole. */
export function brokenFiles({ text, docx, xlsx, pdf }: Base): readonly AbsurdFile[] {
  // biome-ignore format: one file a line
  return [
    ['空.txt',               () => ''],
    ['空白一百万.txt',       () => ' '.repeat(1_000_000)],
    ['截断.docx',            () => half(docx)],
    ['截断.xlsx',            () => half(xlsx)],
    ['截断.pdf',             () => half(pdf)],
    ['截断.txt',             () => half(Buffer.from(text))],
    ['截断.json',            () => '{"file":"a.txt","form":"2021","sections":[],"cells":[{"table":"proactive"'],
    ['加密.docx',            () => compoundFile({ EncryptedPackage: noise(9000), EncryptionInfo: noise(500) })],
    ['加密.pdf',             () => rawPdf([LINE], '', LOCK)],
    ['加密的压缩部件.docx',  () => docxOf({ ...part('word/document.xml', 'x'), isEncrypted: true })],
    ['文本改名.docx',        () => text],
    ['Word改名.txt',         () => docx],
    ['PDF改名.xlsx',         () => pdf],
    ['图片改名.pdf',         () => PNG],
    ['随机字节.docx',        () => noise(300_000)],
    ['随机字节带PK.docx',    () => Buffer.concat([Buffer.from('PK\x03\x04'), noise(300_000)])],
    ['随机字节带PDF头.pdf',  () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(300_000)])],
    ['版式.ofd',             () => zipOf([part('OFD.xml', '<OFD/>'), part('Doc_0/Document.xml', '<Document/>')])],
    ['富文本.rtf',           () => `{\\rtf1\\ansi ${text}}`],
    ['多份报告.zip',         () => zipOf([part('甲.txt', text), part('乙.txt', text)])],
    ['正文含NUL.txt',        () => text.replace('一、', '\0一、').replace('政府', '政\0府')],
    ['处处是NUL.txt',        () => [...text].join('\0')],
    ['只有图片.pdf',         () => scan(3)],
  ]
}

function scan(pages: number): Uint8Array {
  const numbers = Array.from({ length: pages }, (_, i) => 4 + 2 * i)
  const content = 'q 300 0 0 400 0 0 cm /P Do Q'
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((no) => `${no} 0 R`).join(' ')}] /Count ${pages} >>`,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream',
    ...numbers.flatMap((no) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${no + 1} 0 R /Resources << /XObject << /P 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ])
}

const EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "哈哈">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`
const OWN_JSON = `{"file":"a.txt","sha256":"${'0'.repeat(64)}","mediaType":"text/plain","form":"2021","title":null,"authority":null,"year":null,"intro":"","sections":[],"problems":[],"cells":`
const OWN_XML =
  '<annualReport xmlns="urn:gongkai:annual-report:1"><title>&a20;</title></annualReport>'

/** Files made to exhaust who reads them by packing, nesting or reference. */
export function hostileFiles({ text, docx }: Base): readonly AbsurdFile[] {
  const document = 'word/document.xml'
  const lying = () => ({ ...bomb(document, 400), inflated: 10_000 })
  const nested = () => zipOf([part('内.zip', zipOf([bomb('零.txt', 500)]))])
  const words = (what: string) => `<w:p><w:r><w:t>${what}</w:t></w:r></w:p>`
  // biome-ignore format: one file a line
  return [
    ['500MB.txt',            () => new Uint8Array(500_000_000)],
    ['500MB.docx',           () => Buffer.concat([docx, Buffer.alloc(500_000_000)])],
    ['炸弹2GB.docx',         () => docxOf({ ...bomb(document, 1000), inflated: 2_000_000_000 })],
    ['炸弹谎报.docx',        () => docxOf(lying())],
    ['炸弹每件19MB.docx',    () => zipOf([part(document, wordDocument('')), ...Array.from({ length: 60 }, (_, i) => bomb(`word/${i}.xml`, 19))])],
    ['炸弹正文31MB.docx',    () => docxOf(part(document, wordDocument(words('公'.repeat(10_300_000)))))],
    ['炸弹空元素31MB.docx',  () => docxOf(part(document, wordDocument('<w:p/>'.repeat(5_000_000))))],
    ['炸弹段落31MB.docx',    () => docxOf(part(document, wordDocument(words('公开').repeat(750_000))))],
    ['炸弹层层套.zip',       () => nested()],
    ['炸弹层层套.docx',      () => zipOf([part(document, wordDocument('')), part('word/embeddings/内.docx', nested())])],
    ['六万部件.docx',        () => zipOf([part(document, wordDocument('')), ...Array.from({ length: 60_000 }, (_, i) => part(`x/${i}`, ''))])],
    ['炸弹.pdf',             () => packedPdf(deflateSync(Buffer.alloc(300_000_000, 32)))],
    ['深层.html',            () => `<html><body>${'<div>'.repeat(10_000)}${text}`],
    ['深层表格.html',        () => `<html><body>${'<table><tr><td>'.repeat(10_000)}${text}`],
    ['深层格式.html',        () => `<html><body>${'<b><i><p>'.repeat(10_000)}${text}`],
    ['深层.docx',            () => docxOf(part(document, wordDocument('<w:sdt><w:sdtContent>'.repeat(10_000))))],
    ['外部实体.docx',        () => docxOf(part(document, wordDocument(words('&e;'), EXTERNAL)))],
    ['十亿个笑.docx',        () => docxOf(part(document, wordDocument(words('&a20;'), LAUGHS)))],
    ['十亿个笑.xml',         () => `<?xml version="1.0"?>${LAUGHS}${OWN_XML}`],
    ['类型错误.json',        () => '{"file":1,"form":[],"sections":{},"cells":"x","problems":null}'],
    ['百万层数组.json',      () => `${OWN_JSON}${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`],
    ['百万个单元格.json',    () => `${OWN_JSON}[${'{},'.repeat(1_000_000)}{}]}`],
    ['百万层.xml',           () => `<annualReport xmlns="urn:gongkai:annual-report:1">${'<a>'.repeat(1_000_000)}`],
  ]
}

function packedPdf(packed: Uint8Array): Uint8Array {
  const body = Buffer.from(packed).toString('latin1')
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << >> >>',
    `<< /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream`,
  ])
}
