import { type Browser, chromium } from 'playwright-core'
import type { Rng } from '../rng.js'
import { htmlBody, htmlPage, htmlTable } from './html-parts.js'
import { type Draft, draft, rendered, type Shape } from './shape.js'

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Sheet {
  html: string
  footer: boolean
  format: 'A4' | 'A5'
  landscape: boolean
}

const BASE = `body{font-family:"Noto Serif CJK SC",serif;line-height:1.6}h1{text-align:center;font-size:20px}
h2{font-size:16px}p{text-indent:2em;margin:4px 0}table{border-collapse:collapse;width:100%}td,th{padding:3px;text-align:center;font-weight:normal}`

function page({ blocks, truth }: Draft, css: string): string {
  const body = htmlBody(blocks, (grid) => htmlTable(grid, { headTag: 'th' }), {
    title: 'h1',
    heading: 'h2',
    paragraph: 'p',
  })
  return htmlPage(truth.title, body, 'utf-8', BASE + css)
}

async function print(browser: Browser, sheet: Sheet): Promise<Uint8Array> {
  const tab = await browser.newPage()
  await tab.setContent(sheet.html)
  const bytes = await tab.pdf({
    format: sheet.format,
    landscape: sheet.landscape,
    displayHeaderFooter: sheet.footer,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size:9px;width:100%;text-align:center">- <span class="pageNumber"></span> -</div>',
    margin: { top: '20mm', bottom: '20mm', left: '18mm', right: '18mm' },
  })
  await tab.close()
  return bytes
}

function chromiumShape(name: string, make: (piece: Draft, rng: Rng) => Sheet): Shape {
  return {
    name,
    needs: 'pdf',
    async renderMany(orders, options) {
      const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS })
      try {
        const documents = []
        for (const order of orders) {
          const piece = draft(order, options)
          const bytes = await print(browser, make(piece, piece.rng))
          documents.push(rendered(name, piece, { bytes, extension: 'pdf' }))
        }
        return documents
      } finally {
        await browser.close()
      }
    },
  }
}

const RULED = 'td,th{border:1px solid #000}'

/** Printed by a browser, tables with ruling lines. */
export const chromiumRuled = chromiumShape('pdf-chromium-ruled', (piece, rng) => ({
  html: page(piece, `${RULED}body{font-size:${rng.int(12, 15)}px}`),
  footer: rng.chance(0.5),
  format: 'A4',
  landscape: rng.chance(0.2),
}))

/** Printed by a browser, tables without any line. */
export const chromiumPlain = chromiumShape('pdf-chromium-plain', (piece, rng) => ({
  html: page(piece, `td,th{border:none}body{font-size:${rng.int(12, 14)}px}`),
  footer: rng.chance(0.5),
  format: 'A4',
  landscape: rng.chance(0.3),
}))

/** Small pages: every table runs over several, cut within rows and merged cells. */
export const chromiumPaged = chromiumShape('pdf-chromium-paged', (piece, rng) => ({
  html: page(
    piece,
    `${RULED}body{font-size:${rng.int(11, 13)}px}td,th{padding:${rng.int(2, 12)}px 1px}tr{break-inside:auto}`,
  ),
  footer: rng.chance(0.8),
  format: rng.pick(['A5', 'A4']),
  landscape: false,
}))
