// What is personal in requests (ADR 0030): how long it is kept, what is given of it to whoever it is about, who looked at it.
export { giveOwnData } from './own-data/give-own-data.js'
export type { OwnData } from './own-data/own-data.js'
export { type OwnDataTable, ownDataTables } from './own-data/own-data-tables.js'
export { takeOwnData } from './own-data/take-own-data.js'
export { countReadings, MANY_WITHOUT } from './readings/count-readings.js'
export { listReadings } from './readings/list-readings.js'
export { READINGS } from './readings/readings.js'
export {
  type DecideErasure,
  decideErasure,
  proposeErasure,
} from './retention/decide-erasure.js'
export { liftHold, placeHold, readHold } from './retention/hold.js'
export { readRetention } from './retention/read-retention.js'
