/**
 * The typst source of every report. `sys.inputs.content` is a `PrintedReport` with `day` as JSON, `sys.inputs.note`
 * the code points behind the 〓 of the text. `fallback: false` keeps system fonts out.
 */
export const PDF_TEMPLATE = `
#let report = json(bytes(sys.inputs.content))
#let serif = (font: "Noto Serif SC", weight: 400)
#let sans = (font: "Noto Sans SC", weight: 500)
#let day = datetime(year: report.day.at(0), month: report.day.at(1), day: report.day.at(2))

#set document(title: report.title, date: day)
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  numbering: "— 1 —",
)
#set text(
  ..serif,
  size: 16pt,
  lang: "zh",
  region: "cn",
  fallback: false,
  cjk-latin-spacing: none,
)
#set par(
  justify: true,
  leading: 12pt,
  spacing: 12pt,
  first-line-indent: (amount: 2em, all: true),
)
#show title: set align(center)
#show title: set text(..serif, size: 22pt)
#show title: set par(first-line-indent: 0pt, justify: false)
#show title: set block(below: 28pt)
#show heading: set text(..sans, size: 16pt)
#show heading: set block(above: 18pt, below: 12pt)
#show heading: it => block(pad(left: 2em, it.body))

#let cell(it) = {
  let words = it.kind != "value"
  table.cell(
    colspan: it.colSpan,
    rowspan: it.rowSpan,
    align: horizon + if it.kind == "label" { left } else { center },
    {
      set text(..if words and it.kind != "label" { sans } else { serif }, size: 10.5pt)
      set text(..sans, fill: rgb("#b00020")) if it.state == "unread"
      set par(first-line-indent: 0pt, justify: false, leading: 5pt)
      it.text
    },
  )
}

#let statutory(it) = {
  show table: set block(above: 14pt, below: 14pt)
  table(
    columns: it.widths.map(width => width * 1mm),
    stroke: 0.5pt,
    inset: (x: 3pt, y: 5pt),
    ..for block in it.blocks {
      (table.header(..block.head.flatten().map(cell)),)
      block.body.flatten().map(cell)
    },
  )
}

#title()

#for line in report.intro { par(line) }

#for section in report.sections {
  heading(section.heading)
  for line in section.paragraphs { par(line) }
  if section.table != none { statutory(section.table) }
}

#v(24pt, weak: true)
#for line in report.signature {
  align(right, pad(right: 2em, par(first-line-indent: 0pt, line)))
}

#if sys.inputs.note != "" {
  set text(size: 10.5pt)
  par("注：字库缺字，文中“〓”所代文字依次为" + sys.inputs.note + "。")
}
`
