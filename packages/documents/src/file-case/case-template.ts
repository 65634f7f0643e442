/**
 * The typst source of every filed case. `sys.inputs.content` is JSON: the case with its parts, their items and files. Pictures are given a page
 * each, lying where they are wider than high. `fallback: false` keeps system fonts out.
 */
export const CASE_TEMPLATE = `
#let filed = json(bytes(sys.inputs.content))
#let serif = (font: "Noto Serif SC", weight: 400)
#let sans = (font: "Noto Sans SC", weight: 500)

#set document(
  title: filed.number + " " + filed.title,
  date: datetime(year: filed.day.at(0), month: filed.day.at(1), day: filed.day.at(2)),
)
#set page(paper: "a4", margin: (x: 26mm, top: 30mm, bottom: 25mm), numbering: "1 / 1")
#set text(..serif, size: 12pt, lang: "zh", region: "cn", fallback: false, cjk-latin-spacing: none)
#set par(justify: true, leading: 9pt, spacing: 9pt)
#show heading: set text(..sans, size: 14pt)
#show heading: set block(below: 12pt)
#show table.cell: set text(size: 10pt)
#show table.cell: set par(justify: false, leading: 5pt)

#let paragraph(it) = {
  if it.align == "indented" { par(first-line-indent: (amount: 2em, all: true), it.text) }
  else if it.align == "left" { par(it.text) }
  else if it.align == "center" { align(center, text(..sans, it.text)) }
  else { align(right, it.text) }
}

#let cell(it) = table.cell(x: it.x, y: it.y, colspan: it.w, rowspan: it.h, it.text)

#let grid-of(it) = {
  let head = it.cells.filter(one => it.hasHead and one.y == 0).map(cell)
  let body = it.cells.filter(one => not it.hasHead or one.y > 0).map(cell)
  table(
    columns: (1fr,) * it.columns,
    stroke: 0.5pt,
    inset: 4pt,
    ..if head.len() > 0 { (table.header(..head),) },
    ..body,
  )
}

#let picture(it) = {
  let wide = it.width > it.height
  let (most-x, most-y) = if wide { (267mm, 170mm) } else { (180mm, 257mm) }
  let scale = calc.min(most-x / (it.width * 1pt), most-y / (it.height * 1pt), 1)
  page(
    flipped: wide,
    margin: (x: 15mm, top: 15mm, bottom: 25mm),
    align(center + horizon, image(
      "/" + str(it.index) + ".jpg",
      width: it.width * scale * 1pt,
      height: it.height * scale * 1pt,
      fit: "stretch",
    )),
  )
}

#align(center, text(..sans, size: 20pt)[政府信息公开申请案卷])
#v(10mm)
#set table(stroke: 0.5pt, inset: 5pt)
#table(
  columns: (30mm, 1fr),
  [申请编号], filed.number,
  [题名], filed.title,
  [行政机关], filed.authority,
  [归档日期], filed.filedOn,
)
#v(6mm)
#align(center, text(..sans, size: 16pt)[目录])
#context table(
  columns: (14mm, 1fr, 36mm, 16mm),
  table.header([序号], [题名], [日期], [页号]),
  ..filed.parts.enumerate().map(((index, part)) => (
    str(index + 1),
    part.title,
    part.date,
    str(counter(page).at(label("part-" + str(index))).first()),
  )).flatten(),
)

#for (index, part) in filed.parts.enumerate() {
  pagebreak(weak: true)
  [#heading(str(index + 1) + "．" + part.title)#label("part-" + str(index))]
  if part.date != "" { par(part.date) }
  for file in part.files {
    block(text(size: 9pt, {
      [原件：#file.name（#file.bytes）]
      linebreak()
      [SHA-256：#file.sha256]
    }))
  }
  v(4mm)
  for it in part.items {
    if it.kind == "paragraph" { paragraph(it) }
    else if it.kind == "table" { grid-of(it) }
    else { picture(it) }
  }
}
`
