export * from './source/source.js'
