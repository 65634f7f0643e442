export { handleApart, handleTogether } from './handle-together.js'
export { rejoinRequest } from './rejoin-request.js'
export { splitRequest } from './split-request.js'
