/** The style sheet of the portal: on screens from 320 px, and on paper (A4 after GB/T 9704). */
export const STYLE = `:root { --ink: #1b1b1b; --soft: #595959; --line: #b4bcc6; --link: #0b4a8f; --back: #fff; --band: #f2f5f9; --bad: #a3001b; --good: #17602f; }
* { box-sizing: border-box; }
html { font-size: 100%; }
body { margin: 0; color: var(--ink); background: var(--back); font: 1rem/1.7 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #c25d00; outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: .5rem; top: .5rem; padding: .5rem 1rem; background: #fff; z-index: 1; }
header.site { background: #0b3a6f; color: #fff; }
header.site > div { max-width: 72rem; margin: 0 auto; padding: .75rem 1rem; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; }
header.site a { color: #fff; text-decoration: none; padding: .25rem 0; }
header.site a:hover { text-decoration: underline; }
header.site .home { font-size: 1.25rem; font-weight: bold; }
header.site ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
.demonstration { margin: 0; padding: .5rem 1rem; background: #fff3d6; text-align: center; }
.trail ol { max-width: 72rem; margin: 0 auto; padding: .5rem 1rem 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .9375rem; }
.trail li + li::before { content: "›"; margin-right: .75rem; color: var(--soft); }
main { max-width: 72rem; margin: 0 auto; padding: .5rem 1rem 3rem; }
footer.site { border-top: 1px solid var(--line); text-align: center; padding: .5rem 1rem; }
footer.site a { margin: 0 .75rem; display: inline-block; padding: .25rem 0; }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 1rem 0; }
h1, .report > header { text-wrap: balance; }
.whole { white-space: nowrap; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
form.search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1rem 0; }
form.search label { display: block; }
input, select, button { font: inherit; padding: .375rem .625rem; min-height: 2.75rem; border: 1px solid #6b7480; border-radius: .25rem; max-width: 100%; }
button { background: var(--link); color: #fff; border-color: var(--link); cursor: pointer; }
button.second { background: #fff; color: var(--link); }
.ask { max-width: 46rem; }
.field { margin: 1rem 0; }
.field > label, .choice legend { font-weight: bold; display: block; }
.field p { margin: 0 0 .25rem; }
.field input, .field select, .field textarea { width: 100%; }
textarea { font: inherit; padding: .375rem .625rem; border: 1px solid #6b7480; border-radius: .25rem; }
textarea:focus-visible { outline: 3px solid #c25d00; outline-offset: 2px; }
.wrong { border-left: .25rem solid var(--bad); padding-left: .75rem; }
.must { color: var(--bad); font-weight: normal; }
.choice { border: 0; padding: 0; margin: 1rem 0; min-width: 0; }
.radio { display: block; padding: .25rem 0; }
.radio input { min-height: 0; margin-right: .375rem; }
.ask details, main > details { border: 1px solid var(--line); border-radius: .25rem; padding: .5rem 1rem; margin: 1rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
.note.good { border-color: var(--good); }
.note.bad { border-color: var(--bad); }
.secret { font-family: monospace; font-size: 1.25rem; letter-spacing: .05em; }
.years { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
.years li { border: 1px solid var(--line); border-radius: .25rem; padding: 1rem; }
.years a { font-size: 1.25rem; font-weight: bold; }
.years p { margin: .25rem 0 0; }
.note, .empty { background: var(--band); border-left: .25rem solid #6b7480; padding: .75rem 1rem; }
.soft { color: var(--soft); }
.late { color: var(--bad); font-weight: bold; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.files { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
.files a { display: inline-block; padding: .375rem .75rem; border: 1px solid var(--link); border-radius: .25rem; }
.choices { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
.choices [aria-current] { font-weight: bold; color: var(--ink); text-decoration: none; }
.wide { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.5; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
caption.hidden { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid var(--line); padding: .375rem .5rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th, th[scope="col"], th[scope="colgroup"] { background: var(--band); }
table.own td { overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.form { table-layout: auto; min-width: 40rem; }
table.form th, table.form td { text-align: center; vertical-align: middle; }
table.form th[scope="row"], table.form th[scope="rowgroup"] { text-align: left; }
td.unread { color: var(--bad); font-weight: bold; }
td.inferred { text-decoration: underline dotted; }
.report { border: 1px solid var(--line); padding: 1rem clamp(.5rem, 4vw, 3rem); margin: 1.5rem 0; }
.report p { text-indent: 2em; margin: 0; overflow-wrap: anywhere; }
.report > header { text-align: center; font-size: 1.375rem; font-weight: bold; margin: .5rem 0 1.5rem; }
.report footer { margin-top: 2rem; text-align: right; }
.report footer p { text-indent: 0; }
del { background: #fde8ea; color: #7d0014; }
ins { background: #e2f4e6; color: #0d4a22; text-decoration: underline; }
.change { border-top: 1px solid var(--line); padding: .5rem 0; overflow-wrap: anywhere; }
svg.chart { width: 100%; max-width: 40rem; height: auto; display: block; }
svg.chart text { font-size: 13px; fill: var(--ink); }
svg.chart .axis { stroke: var(--soft); fill: none; }
svg.chart .line { stroke: var(--link); stroke-width: 2; fill: none; }
svg.chart .dot, svg.chart .bar { fill: var(--link); }
svg.chart .break { stroke: var(--bad); stroke-dasharray: 5 4; }
figure { margin: 1rem 0; }
figure .wide { max-width: 40rem; }
@media (max-width: 30rem) { h1 { font-size: 1.375rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .5rem; } }
@media print {
  header.site, footer.site, .trail, .skip, .files, form, .choices, .screen { display: none; }
  body { font: 12pt/1.6 "Times New Roman", FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, serif; color: #000; }
  main { max-width: none; padding: 0; }
  .report { border: 0; padding: 0; }
  .wide { overflow: visible; }
  table.form { min-width: 0; font-size: 9pt; }
  th, td { border-color: #000; }
  tr:not(:has([rowspan])), figure { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
`
