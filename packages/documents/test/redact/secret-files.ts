import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { docxFile } from '../source/zip-file.js'

/** An Office file with more parts. */
export function added(bytes: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const more = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(more) })
}

/** A run of text, and a paragraph of runs. */
export const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const hidden = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`
export const p = (runs: string) => `<w:p>${runs}</w:p>`
const tc = (text: string) => `<w:tc>${p(t(text))}</w:tc>`

/** 祝小满 in the open text, and 秘 in every place where a Word file can hold a word that nobody sees. */
export const SECRET_WORD = added(
  docxFile(
    [
      p(t('关于补贴发放的说明')),
      p(
        `${t('经办人祝')}${t('小满')}<w:del><w:r><w:delText>秘一</w:delText></w:r></w:del>${hidden('秘二')}${t('，电话13800138000。')}`,
      ),
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${tc('姓名')}${tc('金额')}</w:tr><w:tr>${tc('汤圆')}${tc('8765元（已领）')}</w:tr></w:tbl>`,
      p(t('审核：祝小满')),
    ].join(''),
  ),
  {
    'word/comments.xml': '<w:comments><w:t>秘三</w:t></w:comments>',
    'word/footnotes.xml': '<w:footnotes><w:t>秘四</w:t></w:footnotes>',
    'word/header1.xml': '<w:hdr><w:t> </w:t></w:hdr>',
    'docProps/core.xml': '<cp:coreProperties><dc:creator>秘五</dc:creator></cp:coreProperties>',
    'docProps/custom.xml': '<Properties>秘六</Properties>',
    'customXml/item1.xml': '<data>秘七</data>',
    'word/embeddings/old.docx': '秘八',
    'word/media/image1.png': '秘九',
    'docProps/thumbnail.emf': '秘十',
  },
)

/** A workbook with 秘 in a hidden sheet, row, column, in a formula, a defined name, a comment and the properties. */
export function secretWorkbook(): Uint8Array {
  const list: WorkSheet = {
    ...utils.aoa_to_sheet([
      ['姓名', '秘一', '金额', '比例', '证号'],
      ['汤圆', '秘二', 300, 0.5, '0012'],
      ['秘三', '', 1, 1, ''],
      ['合计', '秘四', 300, 1, '祝小满'],
    ]),
    '!cols': [{}, { hidden: true }],
    '!rows': [{}, {}, { hidden: true }],
    A1: { t: 's', v: '姓名', c: [{ a: '秘五', t: '秘六' }] },
    C4: { t: 'n', v: 300, f: 'SUM(秘表!A1:A2)' },
    D2: { t: 'n', v: 0.5123, z: '0.0%' },
  }
  const workbook: WorkBook = {
    SheetNames: ['名单', '秘表'],
    Sheets: { 名单: list, 秘表: utils.aoa_to_sheet([['秘七'], [1]]) },
    Workbook: {
      Sheets: [
        { name: '名单', Hidden: 0 },
        { name: '秘表', Hidden: 2 },
      ],
      Names: [{ Name: '秘名', Ref: '秘表!$A$1' }],
    },
    Props: { Author: '秘八' },
    Custprops: { 秘九: '秘九' },
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
