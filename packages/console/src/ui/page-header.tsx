/** The bar above every page. */
export function PageHeader() {
  return (
    <header className="page-header">
      <p className="product">公开</p>
      <p className="tool">政府信息公开工作年度报告核对</p>
    </header>
  )
}
