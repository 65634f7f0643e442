import { escapeMarkup } from './printable.js'

/** A whole page from its title (plain text), style sheet and body (markup). The policy lets it load and run nothing. */
export function htmlPage(title: string, style: string, body: string): Uint8Array {
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`)
}

/** Official typefaces where they are installed; A4 after GB/T 9704 on paper. */
export const HTML_STYLE = `body { margin: 0; color: #000; background: #fff; font: 16pt/1.75 "Times New Roman", FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, "Noto Serif SC", serif; }
main { max-width: 156mm; margin: 0 auto; padding: 2rem 1rem; }
h1 { font: 22pt/1.5 "Times New Roman", 方正小标宋简体, SimSun, 宋体, "Noto Serif SC", serif; text-align: center; margin: 0 0 1.5em; }
h2 { font: 16pt/1.75 "Times New Roman", SimHei, 黑体, "Noto Sans SC", sans-serif; margin: .5em 0 0; padding-left: 2em; break-after: avoid; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .75em 0; font: 10.5pt/1.5 "Times New Roman", SimSun, 宋体, "Noto Serif SC", serif; }
th, td { border: 1px solid #000; padding: .2em .3em; text-align: center; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere; }
th[scope="row"], th[scope="rowgroup"] { text-align: left; }
td.unread { color: #b00020; font-weight: bold; }
td.inferred { text-decoration: underline dotted; }
tr { break-inside: avoid; }
.signature { margin-top: 2em; text-align: right; padding-right: 2em; }
.signature p { text-align: right; text-indent: 0; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print { main { max-width: none; padding: 0; } }`
