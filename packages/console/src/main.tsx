import { type ComponentType, createElement } from 'react'
import { createRoot } from 'react-dom/client'

const element = document.getElementById('root')
if (!element) throw new Error('The page has no #root')
const root = createRoot(element)

// Whoever comes for one of the two does not load the other.
const isStaff = /^\/console(?:\/|$)/.test(location.pathname)
const App: ComponentType = isStaff
  ? (await import('./staff/console.js')).Console
  : (await import('./app.js')).App
root.render(createElement(App))
