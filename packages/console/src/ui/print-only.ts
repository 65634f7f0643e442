/** Prints one part of the page, `what` (print.css shows it and hides the others). */
export function printOnly(what: 'report' | 'findings' | 'ledger' | 'slip' | 'own-data'): void {
  document.body.setAttribute('data-print', what)
  addEventListener('afterprint', () => document.body.removeAttribute('data-print'), { once: true })
  print()
}
