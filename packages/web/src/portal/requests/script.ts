import { createHash } from 'node:crypto'

/**
 * The one script of these pages; they work without it. It keeps what is typed of the wanted information in the browser until it is sent, so that a closed window
 * loses nothing. What is personal is never kept: others may use the same browser.
 */
const SCRIPT = `(() => {
  const form = document.querySelector('form[data-draft]')
  if (!form) return
  const key = 'request-draft ' + form.dataset.draft
  const names = ['wanted', 'title', 'number', 'help']
  const told = document.getElementById('draft-told')
  const say = (text) => { told.hidden = false; told.textContent = text }
  const field = (name) => form.elements.namedItem(name)
  try {
    const kept = JSON.parse(localStorage.getItem(key) || '{}')
    if (names.every((name) => field(name).value === '') && names.some((name) => kept[name])) {
      for (const name of names) field(name).value = kept[name] || ''
      say('已填入上次没有提交的内容描述，请核对。')
    }
  } catch { localStorage.removeItem(key) }
  form.addEventListener('input', () => {
    const kept = Object.fromEntries(names.map((name) => [name, field(name).value]))
    try { localStorage.setItem(key, JSON.stringify(kept)); say('内容描述已暂存在这个浏览器中；申请人信息不暂存。') } catch {}
  })
  form.addEventListener('submit', () => { try { localStorage.removeItem(key) } catch {} })
  document.getElementById('fault')?.focus()
})()
`

/** The script under a name that carries the digest of its content. */
export const DRAFT_PATH = `/portal/${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 16)}.js`
export const DRAFT_SCRIPT = SCRIPT
