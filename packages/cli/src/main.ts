import { existsSync } from 'node:fs'
import { argv, env, loadEnvFile } from 'node:process'
import { CommanderError } from 'commander'
import { fail, usageMessage } from './output/failures.js'
import { run } from './program.js'

// The command line itself: wrong usage is said in words, and so is a fault unless --debug asks for all of it.
// What is set in the environment goes before what stands in `.env`.
try {
  if (existsSync('.env')) loadEnvFile('.env')
  await run(argv, { env, now: () => new Date() })
} catch (error) {
  if (!(error instanceof CommanderError)) fail(error, argv.includes('--debug'))
  else if (error.exitCode !== 0) fail(new Error(usageMessage(error)), false)
}
