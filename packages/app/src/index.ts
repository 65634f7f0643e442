export * from './checks/check-report.js'
export * from './checks/export-checks.js'
export * from './checks/facts-of.js'
export * from './checks/match-previous.js'
export * from './checks/rules.js'
export * from './checks/siblings.js'
export * from './examples/example-reports.js'
export * from './files/formats.js'
export * from './files/read-file.js'
export * from './files/refusals.js'
export * from './files/write-file.js'
export * from './pool/create-pool.js'
export * from './pool/map-in-order.js'
export type {
  Checked,
  FileCheck,
  FileInput,
  PreviousFile,
  References,
} from './pool/run-task.js'
export * from './reports/compare-files.js'
export * from './reports/merge-files.js'
export * from './reports/write-merged.js'
