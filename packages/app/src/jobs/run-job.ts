import { showPage, writeLetter, writeRequestForm } from '@gongkai/documents'
import { ok } from '@gongkai/law'
import { exampleReport } from '../examples/example-reports.js'
import { toSaved } from '../files/read-file.js'
import { FILE_REFUSALS } from '../files/refusals.js'
import { writeFile } from '../files/write-file.js'
import { showMaterial } from '../requests/materials/show-material.js'
import { BODIES } from './bodies.js'
import type { Job, JobOf, JobResult } from './job.js'
import { madeFile, madeJson } from './made.js'
import { check, unpack, upload } from './make-check.js'
import { consolidation, findings, overview, sheet, writeFindings } from './make-lists.js'
import { compare, merge } from './make-together.js'
import { show } from './show.js'
import { takeBody, takeReport } from './take-body.js'

/** Does a job from its bytes to the bytes that are made. */
export function runJob(job: Job): Promise<JobResult> | JobResult {
  switch (job.kind) {
    case 'upload':
      return upload(job)
    case 'unpack':
      return unpack(job)
    case 'check':
      return check(job)
    case 'write':
      return write(job)
    case 'findings':
      return findings(job)
    case 'overview':
      return overview(job)
    case 'merge':
      return merge(job)
    case 'compare':
      return compare(job)
    case 'example':
      return example(job)
    case 'openFindings':
      return writeFindings(job.results, 'xlsx')
    case 'consolidation':
      return consolidation(job)
    case 'sheet':
      return sheet(job)
    case 'letter':
      return letter(job)
    case 'requestForm':
      return requestForm(job)
    case 'page':
      return page(job)
    case 'marking':
      return marking(job)
    case 'show':
      return show(job)
  }
}

async function write({ body, to }: JobOf<'write'>): Promise<JobResult> {
  const given = takeBody<unknown>(body, BODIES.write)
  if (!given.ok) return given
  const report = takeReport(given.value, '请求正文')
  if (!report.ok) return report
  const { corrections = [], waivers = [], ...reading } = report.value
  const saved = toSaved({ report: reading, corrections, waivers }, reading)
  const written = await writeFile(saved, to)
  if (!written.ok) return written
  const { bytes, mediaType, problems } = written.value
  const name = `${report.value.file.replace(/\.[a-z0-9]{1,5}$/i, '')}.${to}`
  const notes = problems.map(({ message }) => message)
  return ok({ ...madeFile(bytes, name, mediaType), notes })
}

async function example({ at }: JobOf<'example'>): Promise<JobResult> {
  const made = await exampleReport(at)
  if (!made) return FILE_REFUSALS.notFound()
  return ok(madeFile(made.bytes, made.name, 'application/octet-stream'))
}

async function letter({ letter: text, to, on }: JobOf<'letter'>): Promise<JobResult> {
  const { bytes, mediaType, problems } = await writeLetter(text, to, on)
  const number = text.documentNumber ? `（${text.documentNumber}）` : ''
  const notes = problems.map(({ message }) => message)
  return ok({ ...madeFile(bytes, `${text.title[1]}${number}.${to}`, mediaType), notes })
}

async function requestForm({ authority, to, on }: JobOf<'requestForm'>): Promise<JobResult> {
  const { bytes, mediaType, problems } = await writeRequestForm(authority, to, on)
  const notes = problems.map(({ message }) => message)
  return ok({ ...madeFile(bytes, `${authority}政府信息公开申请表.${to}`, mediaType), notes })
}

async function page({ body, page: number }: JobOf<'page'>): Promise<JobResult> {
  const shown = await showPage(new Uint8Array(body), number)
  return shown.ok ? ok({ ...madeFile(shown.value.jpeg, '', 'image/jpeg'), name: null }) : shown
}

async function marking({ body, looked }: JobOf<'marking'>): Promise<JobResult> {
  const reading = await showMaterial(new Uint8Array(body), looked)
  return reading.ok ? madeJson(reading.value) : reading
}
