export { type ConsoleFiles, loadConsole } from './http/pages.js'
export { createApp, type ServerDeps } from './server.js'
