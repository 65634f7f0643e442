export type { ConsoleFiles } from './http/pages.js'
export { createApp, type ServerDeps } from './server.js'
export { type Service, type ServiceOptions, startService } from './start.js'
