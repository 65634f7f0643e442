import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { randoms } from '../../packages/law/test/support/randoms.js'
import { verifyChain } from '../../packages/web/test/faults/chain.js'
import { newClerk } from '../../packages/web/test/faults/clerk.js'
import { type County, setUpCounty } from '../../packages/web/test/faults/county.js'
import {
  freePort,
  removeDataFolder,
  startProcess,
} from '../../packages/web/test/faults/service-process.js'
import { asOwner, newSpec } from '../platform/installation.js'
import { printTable } from '../table.js'
import { holdInvariants } from './invariants.js'

const MOUNT = '/usr/bin/mount'
const UNMOUNT = '/usr/bin/umount'
const SIZE = '256m'
/** Bytes that are left of it before the writing goes on: little, then nothing. */
const LEFT = [400_000, 0]
const LONGEST_MS = 120_000
/** So many writes are acknowledged before it is filled. */
const WRITES_BEFORE = 8

/** A data folder on a small file system that runs full while people work. Needs the right to mount one. */
export async function soakFull(seed: number): Promise<void> {
  const place = mkdtempSync(path.join(tmpdir(), 'gongkai-full-'))
  chmodSync(place, 0o711)
  try {
    execFileSync(MOUNT, ['-t', 'tmpfs', '-o', `size=${SIZE},mode=711`, 'tmpfs', place], {
      stdio: 'pipe',
    })
  } catch (fault) {
    process.stdout.write(
      `The disk cannot be filled here, because no file system can be mounted: ${fault}\n`,
    )
    return
  }
  process.once('exit', () => {
    removeDataFolder(path.join(place, 'data'))
    execFileSync(UNMOUNT, ['-l', place])
    rmSync(place, { recursive: true })
  })
  await filled(place, seed)
}

async function filled(place: string, seed: number): Promise<void> {
  const folder = path.join(place, 'data')
  mkdirSync(folder)
  chmodSync(folder, 0o711)
  const service = await startProcess({ ...(await newSpec()), folder, port: await freePort() })
  const county = await setUpCounty(service.url, service.setUpCode ?? '', 4)
  const clerks = county.desks.map((desk, at) => newClerk(county, desk, randoms(seed + at), [507]))
  const filler = path.join(place, 'filler')
  const rows: (string | number)[][] = []
  for (const left of LEFT) {
    const before = clerks.reduce((sum, clerk) => sum + clerk.written(), 0)
    const working = Promise.all(clerks.map((clerk) => clerk.work()))
    while (clerks.reduce((sum, clerk) => sum + clerk.written(), 0) < before + WRITES_BEFORE)
      await Promise.race([working, wait(50)])
    const free = statfsSync(place)
    fill(filler, Math.max(0, free.bavail * free.bsize - left))
    await Promise.race([
      working,
      wait(LONGEST_MS).then(() => Promise.reject(new Error('it never ran full'))),
    ])
    const after = clerks.reduce((sum, clerk) => sum + clerk.written(), 0)
    const said = await answersOn(county)
    rmSync(filler)
    const backAfter = await back(county)
    for (const clerk of clerks) await clerk.verify()
    await asOwner(folder, holdInvariants)
    await verifyChain(folder)
    rows.push([left, after - before, ...said, backAfter.toFixed(1)])
  }
  assert.equal(await service.stop(), 0)
  printTable(
    `The disk runs full while people work (tmpfs of ${SIZE}); nothing acknowledged was lost, the chain verifies`,
    [
      'round',
      'acknowledged before',
      'a write is answered with',
      'a file is answered with',
      'reading',
      'back after s',
    ],
    rows,
  )
}

/** What others wrote meanwhile is missing at the end: the disk is full all the same. */
function fill(file: string, bytes: number): void {
  try {
    writeFileSync(file, Buffer.alloc(bytes, 1))
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault
  }
}

const SHOWN = 40

async function answersOn({ desks, supervisor, root }: County): Promise<readonly string[]> {
  const [desk] = desks
  if (!desk) throw new Error('no desk')
  const view = await desk.officer('GET', `/reports/${desk.reportId}`)
  const details = { name: '云岭县新设局', kind: 'department', level: 'county' }
  const write = await supervisor('POST', '/notices/choices', {
    body: { quiet: { since: '22:00', until: '06:00' } },
  })
  const form = new FormData()
  form.append('file', new File([Buffer.alloc(3_000_000, '公')], `${details.name}2020年.txt`))
  const file = await supervisor('POST', `/past/imports?authorityId=${root}`, { body: form })
  const shown = ({
    status,
    body,
  }: {
    status: number
    body: { code?: string; detail?: string } | null
  }) => `${status} ${body?.code ?? ''} ${body?.detail?.slice(0, SHOWN) ?? ''}`
  return [shown(write), shown(file), `${view.status}`]
}

async function back({ supervisor }: County): Promise<number> {
  const start = performance.now()
  for (;;) {
    const { status } = await supervisor('POST', '/notices/choices', {
      body: { quiet: { since: '21:00', until: '06:00' } },
    })
    if (status === 200) return (performance.now() - start) / 1000
    assert.ok(performance.now() - start < LONGEST_MS, `it does not come back: ${status}`)
    await wait(250)
  }
}
