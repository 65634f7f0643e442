/**
 * The typst source of letters and forms after GB/T 9704: 22 lines of 28 pt and 28 characters, page numbers outside.
 * `sys.inputs.content` is a `Paper` with `day` as JSON, `sys.inputs.note` the code points behind the 〓 of the text.
 */
export const PAPER_TEMPLATE = `
#let paper = json(bytes(sys.inputs.content))
#let serif = (font: "Noto Serif SC", weight: 400)
#let sans = (font: "Noto Sans SC", weight: 500)
#let day = datetime(year: paper.day.at(0), month: paper.day.at(1), day: paper.day.at(2))

#set document(title: paper.title.join(""), date: day)
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  footer-descent: 7mm,
  footer: context {
    let n = counter(page).get().first()
    set text(size: 14pt)
    align(if calc.odd(n) { right } else { left }, pad(x: 14pt, [— #n —]))
  },
)
#set text(
  ..serif,
  size: 16pt,
  lang: "zh",
  region: "cn",
  fallback: false,
  cjk-latin-spacing: none,
  top-edge: 0.8em,
  bottom-edge: -0.2em,
  overhang: false,
)
#set par(
  justify: true,
  leading: 12pt,
  spacing: 12pt,
  first-line-indent: (amount: 2em, all: true),
)
#show title: set align(center)
#show title: set text(..serif, size: 22pt)
#show title: set par(first-line-indent: 0pt, justify: false, leading: 12pt)
#show title: set block(below: 28pt)

#let flush(body) = par(first-line-indent: 0pt, justify: false, body)
#let blank = v(28pt, weak: false)

#let cell(it, size, height) = table.cell(
  colspan: it.colSpan,
  rowspan: it.rowSpan,
  align: horizon + if it.isLabel { center } else { left },
  {
    set text(..serif, size: size)
    set par(first-line-indent: 0pt, justify: false, leading: 5pt, spacing: 5pt)
    // The first column holds the row open and takes no place.
    grid(
      columns: (0pt, 1fr),
      align: horizon,
      if it.rowSpan == 1 { v(height) },
      it.text,
    )
  },
)

#let ruled(it) = {
  show table: set block(above: 12pt, below: 14pt)
  let size = it.size * 1pt
  let heading(text) = cell((text: text, isLabel: true, colSpan: 1, rowSpan: 1), size, 0pt)
  table(
    columns: it.widths.map(width => width * 1mm),
    stroke: 0.5pt,
    inset: (x: 4pt, y: 2.5pt),
    ..if it.head.len() > 0 { (table.header(..it.head.map(heading)),) },
    ..it.rows.map(row => row.cells.map(one => cell(one, size, row.height * 1mm - 5pt))).flatten(),
  )
}

#title(paper.title.join(linebreak()))

#if paper.number != none { align(center, flush(paper.number)); blank }
#if paper.addressee != none { flush(paper.addressee + "：") }
#for line in paper.before { par(line) }
#if paper.table != none { ruled(paper.table) }
#for (at, line) in paper.after.enumerate() {
  if at + 1 < paper.after.len() { par(line) } else { block(sticky: true, par(line)) }
}

#let attachments() = {
  blank
  let several = paper.attachments.len() > 1
  pad(left: 2em, grid(
    columns: (auto, 1fr),
    row-gutter: 12pt,
    ..for (at, line) in paper.attachments.enumerate() {
      let label = if at == 0 { "附件：" } else { "" }
      (align(right, flush(label + if several { str(at + 1) + "." })), flush(line))
    },
  ))
}

#let signature() = {
  v(56pt)
  align(right, {
    pad(right: paper.signature.nameIndent * 1pt, flush(paper.signature.name))
    pad(right: paper.signature.dateIndent * 1pt, flush(paper.signature.date))
  })
}

// What follows the text stays with its last paragraph, but for a list of attachments that fills a page.
#block(breakable: paper.attachments.len() > 8, width: 100%, {
  if paper.attachments.len() > 0 { attachments() }
  if paper.signature != none { signature() }
  if paper.note != none { blank; par(paper.note) }
})

#if sys.inputs.note != "" {
  set text(size: 10.5pt)
  par("注：字库缺字，文中“〓”所代文字依次为" + sys.inputs.note + "。")
}
`
