import { createHash } from 'node:crypto'

/**
 * The one script of these pages; they work without it. It keeps what is typed of the wanted information in the browser until its receipt is shown, so that a closed window,
 * a fault or a service that is away lose nothing, and asks, once whoever types pauses, for what may already answer it. What is personal is never kept: others may use the same browser.
 */
const SCRIPT = `(() => {
  const name = (authority) => 'request-draft ' + authority
  const sent = document.querySelector('[data-sent]')
  if (sent) try { localStorage.removeItem(name(sent.dataset.sent)) } catch {}
  const print = document.getElementById('print')
  if (print) {
    print.hidden = false
    print.addEventListener('click', () => window.print())
  }
  const form = document.querySelector('form[data-draft]')
  if (!form) return
  const key = name(form.dataset.draft)
  const names = ['wanted', 'title', 'number', 'help']
  const told = document.getElementById('draft-told')
  const clear = document.getElementById('draft-clear')
  const say = (text, isKept = true) => { told.hidden = false; told.textContent = text; clear.hidden = !isKept }
  clear.addEventListener('click', () => {
    try { localStorage.removeItem(key) } catch {}
    say('暂存的内容已经清除。', false)
    told.focus()
  })
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
  document.getElementById('fault')?.focus()
})()
`

/** The script under a name that carries the digest of its content. */
export const DRAFT_PATH = `/portal/${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 16)}.js`
export const DRAFT_SCRIPT = SCRIPT
