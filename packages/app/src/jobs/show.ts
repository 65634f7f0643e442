import { type Block, type GridBlock, readSniffed, sniffAndDecode } from '@gongkai/documents'
import { ok } from '@gongkai/law'
import type { JobOf, JobResult, Made } from './job.js'

/**
 * A file as a browser can show it: a PDF as it is, a web page as its text says in UTF-8, and of all else a page of the lines and tables that were
 * read, in their order. What is shown is the file's own content: it must be shown where it can do nothing.
 */
export async function show({ body, name }: JobOf<'show'>): Promise<JobResult> {
  const bytes = new Uint8Array(body)
  const sniffed = await sniffAndDecode(bytes, name)
  if (!sniffed.ok) return sniffed
  const { kind, decoded } = sniffed.value
  if (kind === 'pdf') return ok(shown(bytes, 'application/pdf'))
  if (kind === 'html' && decoded) return ok(page(decoded.text))
  const source = await readSniffed(bytes, sniffed.value)
  return source.ok ? ok(page(pageOf(source.value.blocks))) : source
}

function shown(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Made {
  return { bytes, mediaType, name: null, notes: [] }
}

function page(markup: string): Made {
  return shown(new TextEncoder().encode(markup), 'text/html; charset=utf-8')
}

const STYLE =
  'body{margin:1rem;font:15px/1.7 serif;color:#1b1f24}p{margin:0 0 .4em;white-space:pre-wrap}table{border-collapse:collapse;margin:.8em 0;font-size:13px}' +
  '.note{color:#59636e;font:13px sans-serif}td{border:1px solid #888;padding:.15em .4em;white-space:pre-line}'

const NOTE = '<p class="note">按次序读出的文字和表格，版式以原件为准。</p>'

function pageOf(blocks: readonly Block[]): string {
  const body = blocks.map((one) =>
    one.kind === 'line' ? `<p>${escaped(one.text)}</p>` : table(one),
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>读出的内容</title><style>${STYLE}</style>${NOTE}${body.join('\n')}`
}

function table({ height, cells }: GridBlock): string {
  const rows = Array.from({ length: height }, (_, row) => {
    const inside = cells.filter((cell) => cell.row === row)
    return `<tr>${inside.map(cellOf).join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

function cellOf({ text, rowSpan, colSpan }: GridBlock['cells'][number]): string {
  return `<td rowspan="${rowSpan}" colspan="${colSpan}">${escaped(text)}</td>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (one) => ENTITIES[one] ?? one)
}
