/** Control characters, and code points that XML 1.0 does not allow. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/** `text` with what no document can hold (NUL, lone surrogates) made visible as U+FFFD. Line ends become `\n`. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '\ufffd')
}

/** `text` as the content of an element or of a quoted attribute, in HTML and in XML. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
