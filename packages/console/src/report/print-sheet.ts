/** Prints the report with its marks, or the list of its findings (print.css shows one and hides the other). */
export function printSheet(what: 'report' | 'findings'): void {
  document.body.setAttribute('data-print', what)
  addEventListener('afterprint', () => document.body.removeAttribute('data-print'), { once: true })
  print()
}
