import type { Command } from 'commander'
import type { Surroundings } from '../surroundings.js'
import { addAudit } from './audit.js'
import { addBackup } from './backup.js'
import { addConfig } from './config.js'
import { addKey } from './key.js'
import { addLaw } from './law.js'
import { addRestore } from './restore.js'

/** The commands for who runs an installation. */
export function addPlatformCommands(program: Command, around: Surroundings): void {
  for (const add of [addConfig, addBackup, addRestore, addAudit, addKey, addLaw])
    add(program, around)
}
