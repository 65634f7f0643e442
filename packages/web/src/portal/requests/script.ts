import { createHash } from 'node:crypto'

/**
 * The one script of these pages; they work without it. It keeps what is typed of the wanted information in the browser until it is sent, so that a closed window
 * loses nothing, and asks, once whoever types pauses, for what may already answer it. What is personal is never kept: others may use the same browser.
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
  const place = document.getElementById('suggested')
  let last = ''
  let timer
  const look = async () => {
    const typed = new URLSearchParams(['wanted', 'title', 'number'].map((name) => [name, field(name).value]))
    if (typed.toString() === last) return
    last = typed.toString()
    try {
      const answer = await fetch(place.dataset.from, { method: 'POST', body: typed })
      const found = answer.ok ? await answer.text() : ''
      if (typed.toString() === last && place.innerHTML !== found) place.innerHTML = found
    } catch {}
  }
  form.addEventListener('input', ({ target }) => {
    if (!['wanted', 'title', 'number'].includes(target.name)) return
    clearTimeout(timer)
    timer = setTimeout(look, 1200)
  })
  form.addEventListener('submit', (event) => {
    if (event.submitter?.name === 'look') return
    try { localStorage.removeItem(key) } catch {}
  })
  document.getElementById('fault')?.focus()
})()
`

/** The script under a name that carries the digest of its content. */
export const DRAFT_PATH = `/portal/${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 16)}.js`
export const DRAFT_SCRIPT = SCRIPT
