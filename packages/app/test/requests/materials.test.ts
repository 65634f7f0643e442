import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Ground } from '@gongkai/law'
import { assertPdfA } from '../../../documents/test/file-case/pdf-a.js'
import { holds } from '../../../documents/test/redact/everything.js'
import { SECRET_WORD, secretWorkbook } from '../../../documents/test/redact/secret-files.js'
import { typstPdf } from '../../../documents/test/source-pdf/samples.js'
import { createPool, type Pool } from '../../src/pool/create-pool.js'
import { startThread } from '../../src/pool/thread.js'
import type { AnyJob } from '../../src/queue/define-job.js'
import { runJob } from '../../src/queue/run-job.js'
import { addRequestFiles } from '../../src/requests/add-request-file.js'
import { fileRequest } from '../../src/requests/filing/file-request.js'
import { fileRequestJob } from '../../src/requests/filing/file-request-job.js'
import { listFilings, readFiling } from '../../src/requests/filing/read-filings.js'
import { keepRequestFiles } from '../../src/requests/keep-files.js'
import { approveLetter, submitLetter } from '../../src/requests/letters/approve-letter.js'
import { draftLetter } from '../../src/requests/letters/draft-letter.js'
import { readOwnAttachment } from '../../src/requests/letters/own-letters.js'
import { readLetterFile } from '../../src/requests/letters/read-letter-file.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { addMaterials } from '../../src/requests/materials/add-materials.js'
import {
  checkRedaction,
  decideMaterial,
  makeRedaction,
  saveMarks,
} from '../../src/requests/materials/change-material.js'
import { makeRedactionJob } from '../../src/requests/materials/make-redaction.js'
import type { Marks, Material, MaterialRef } from '../../src/requests/materials/material.js'
import {
  listMaterials,
  openMaterialFile,
  readMaterial,
} from '../../src/requests/materials/read-materials.js'
import { showMaterial } from '../../src/requests/materials/show-material.js'
import { readOwnRequest } from '../../src/requests/own-request.js'
import { readRequest } from '../../src/requests/read-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import { keepMaterial } from '../../src/requests/request-files.js'
import { placeHold } from '../../src/requests/retention/hold.js'
import { folderStore } from '../../src/storage/file-store.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { newFolder, SERVERS } from '../support/servers.js'
import { registered } from './given.js'
import { type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

const WHY = { ground: 'thirdPartyRights', note: '' } as const
const PARTS: readonly Ground[] = ['disclosed', 'thirdPartyRights']
const PHONE = '13800138000'

const [server] = SERVERS
if (server) {
  describe('拟公开材料：遮盖、附件、归档', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Desk
    let pool: Pool
    const files = { ...folderStore(newFolder()), inspect: async () => {} }
    before(async () => {
      tree = await newTree(server)
      desk = await newDesk(tree, tree.places.own, '石街公开')
      pool = createPool({ jobs: 1, timeoutMs: 120_000, start: startThread })
    })
    after(async () => {
      await pool.close()
      await tree.close()
    })

    /** What is asked for in the background, done. */
    const work = async () => {
      const owner = await tree.owner()
      const deps = { pool, files }
      const jobs: readonly AnyJob[] = [makeRedactionJob(deps), fileRequestJob(deps)]
      for (const job of jobs) {
        const { rows } = await owner.query(
          `delete from gongkai_jobs.job where name = $1 returning id, data`,
          [job.name],
        )
        for (const { id, data } of rows)
          await runJob(tree.platform, job, {
            ...{ id, data },
            signal: new AbortController().signal,
          })
      }
    }
    const added = async (requestId: string, name: string, bytes: Uint8Array) => {
      const kept = done(
        await keepMaterial(tree.platform, files, {
          ...{ name, bytes, actor: desk.officer, requestId },
        }),
      )
      done(await addMaterials(tree.platform, desk.officer, { requestId, files: [kept] }))
      const all = done(await listMaterials(tree.platform, desk.officer, requestId))
      const material = all.at(-1)
      assert.ok(material)
      return material
    }
    const ref = ({ id, requestId, version }: Material): MaterialRef => ({
      ...{ materialId: id, requestId, version },
    })
    const content = async (material: Material, which: 'original' | 'file' | 'index') => {
      const wanted = {
        requestId: material.requestId,
        materialId: material.id,
        which,
        isShown: true,
      }
      return done(await openMaterialFile(tree.platform, desk.officer, wanted, files)).content
    }
    const made = async (material: Material, marks: Marks) => {
      const saved = done(await saveMarks(tree.platform, desk.officer, { ...ref(material), marks }))
      done(await makeRedaction(tree.platform, desk.officer, ref(saved)))
      await work()
      return done(
        await readMaterial(tree.platform, desk.officer, {
          ...{ requestId: material.requestId, materialId: material.id },
        }),
      )
    }
    const newRequest = () =>
      registered(tree.platform, desk.officer, tree.places.own, {
        wanted: {
          ...{ wanted: '石桥街道道路养护合同', title: null, number: null },
          ...{ form: 'electronic', way: 'portal', help: null },
        },
      })

    it('提示的电话一次遮盖；遮盖件中没有被遮盖的文字，随部分公开的答复到申请人手中，然后归档', async () => {
      const { request, secret } = await newRequest()
      const pdf = typstPdf(`合同联系人电话 ${PHONE}，金额一万元。`)
      const material = await added(request.id, '养护合同.pdf', pdf)
      const reading = done(await showMaterial(pdf, ['一万元']))
      assert.deepEqual(
        reading.suggestions.map(({ rule }) => rule),
        ['PRI-02', null],
      )
      const boxes = reading.suggestions.flatMap(({ box }) => (box ? [{ ...box, ...WHY }] : []))
      const view = await made(material, { boxes: boxes.slice(0, 1), passages: [] })
      assert.ok(view.result?.ok, JSON.stringify(view.result))
      assert.deepEqual(
        view.result.withheld.map(({ where }) => where),
        ['第1页'],
      )
      const shown = done(await showMaterial(await content(material, 'file'), [PHONE]))
      assert.deepEqual([shown.hasText, shown.suggestions], [false, []])

      // What nobody looked at does not go, nor on a ground that the decision does not have.
      const draft = (grounds: readonly Ground[]) =>
        draftOf('decision', 'partialDisclosure', grounds, {
          materials: [material.id],
          attachments: [],
        })
      const drafted = done(
        await draftLetter(tree.platform, desk.officer, {
          requestId: request.id,
          draft: draft(PARTS),
        }),
      )
      const unseen = await submitLetter(tree.platform, desk.officer, refOf(drafted))
      assert.equal(refusalOf(unseen), 'letter.findings')
      assert.match(unseen.ok ? '' : unseen.refusal.message, /遮盖件还没有生成或者核对/)
      const blind = { ...ref(view.material), seen: 99 }
      assert.equal(
        refusalOf(await checkRedaction(tree.platform, desk.officer, blind)),
        'material.not-seen',
      )
      const seen = { ...ref(view.material), seen: view.result.problems.length }
      const checked = done(await checkRedaction(tree.platform, desk.officer, seen))
      let letter = done(await submitLetter(tree.platform, desk.officer, refOf(drafted)))
      const { files: attached, text } = done(
        await readLetter(tree.platform, desk.leader, {
          requestId: request.id,
          letterId: letter.id,
        }),
      )
      assert.deepEqual(text.attachments, ['养护合同（遮盖件）', '养护合同不予公开内容目录'])
      // What others consent to stays as it is.
      const again = await saveMarks(tree.platform, desk.officer, {
        ...{ ...ref(checked), marks: { boxes: [], passages: [] } },
      })
      assert.equal(refusalOf(again), 'material.used')
      const whole = await decideMaterial(tree.platform, desk.officer, {
        ...{ ...ref(checked), decision: 'whole' },
      })
      assert.equal(refusalOf(whole), 'material.used')
      for (const role of letter.needs)
        letter = done(
          await approveLetter(tree.platform, desk[role], { ...refOf(letter), opinion: null }),
        )
      const [file] = attached
      assert.ok(file)
      const which = { requestId: request.id, letterId: letter.id, fileId: file.id }
      done(await readLetterFile(tree.platform, desk.leader, which, files))
      const own = { requestNumber: request.requestNumber, secret }
      assert.equal(
        refusalOf(await readOwnAttachment(tree.platform, own, '127.0.0.1', which, files)),
        'letter.not-found',
      )
      letter = done(
        await sendLetter(tree.platform, desk.officer, {
          ...{ ...refOf(letter), way: 'portal', on: TODAY, proof: null },
        }),
      )
      const status = done(await readOwnRequest(tree.platform, own, '127.0.0.1'))
      assert.deepEqual(
        status.letters[0]?.files.map(({ name }) => name),
        ['养护合同（遮盖件）.pdf', '养护合同不予公开内容目录.pdf'],
      )
      const got = done(await readOwnAttachment(tree.platform, own, '127.0.0.1', which, files))
      assert.deepEqual(done(await showMaterial(got.content, [PHONE])).suggestions, [])
      assert.equal(got.file.sha256, file.sha256)

      const waiting = async () => {
        const wanted = { authorityId: tree.places.own, queue: 'toFile', limit: 50 } as const
        const page = { ...wanted, handlerId: null, after: null }
        const { requests } = done(await listRequests(tree.platform, desk.officer, page))
        return requests.some(({ id }) => id === request.id)
      }
      const present = async () =>
        done(await readRequest(tree.platform, desk.officer, request.id)).request
      assert.equal(await waiting(), true)
      const { version } = await present()
      done(await fileRequest(tree.platform, desk.officer, { requestId: request.id, version }))
      await work()
      assert.equal((await present()).filedOn, TODAY)
      assert.equal(await waiting(), false)
      const [filing] = done(await listFilings(tree.platform, desk.officer, request.id))
      assert.deepEqual([filing?.state, filing?.problems, filing?.isOutdated], ['filed', [], false])
      const wanted = { requestId: request.id, no: 1 }
      const printed = done(
        await readFiling(tree.platform, desk.officer, { ...wanted, which: 'printed' }, files),
      )
      assertPdfA(printed.content)
      const zip = done(
        await readFiling(tree.platform, desk.officer, { ...wanted, which: 'packed' }, files),
      ).content
      for (const name of ['养护合同.pdf', '养护合同（遮盖件）.pdf', '案卷.pdf', 'manifest.json'])
        assert.ok(zip.includes(Buffer.from(name)), name)
      // What comes later opens the case again, and both versions stay.
      const sent = { purpose: 'proof', name: '回执.pdf', bytes: pdf } as const
      const scans = done(await keepRequestFiles(tree.platform, files, [sent], null))
      done(
        await addRequestFiles(tree.platform, desk.officer, { requestId: request.id, files: scans }),
      )
      assert.equal((await present()).filedOn, null)
      assert.equal(await waiting(), true)
      done(
        await fileRequest(tree.platform, desk.officer, {
          ...{ requestId: request.id, version: (await present()).version },
        }),
      )
      await work()
      const both = done(await listFilings(tree.platform, desk.officer, request.id))
      assert.deepEqual(
        both.map(({ no, isOutdated }) => [no, isOutdated]),
        [
          [2, false],
          [1, true],
        ],
      )
      const hold = { requestId: request.id, reason: '复议期间仍需使用' }
      done(await placeHold(tree.platform, desk.officer, hold))
      assert.equal((await present()).filedOn, null)
    })

    it('Word、Excel 的隐藏内容和文件属性不在遮盖件中；依据不在决定中的，不能发出', async () => {
      const { request } = await newRequest()
      const at = { kind: 'paragraph', paragraph: 2, start: 3, end: 6 } as const
      const word = await added(request.id, '说明.docx', SECRET_WORD)
      const first = await made(word, { boxes: [], passages: [{ at, ...WHY }] })
      assert.ok(first.result?.ok, JSON.stringify(first.result))
      assert.match(first.result.problems.join('；'), /仍然公开.*；第2段：联系电话138\*{4}8000/s)
      const sheet = await added(request.id, '名单.xlsx', secretWorkbook())
      const cell = { kind: 'sheet', sheet: '名单', cell: 'A2' } as const
      const second = await made(sheet, { boxes: [], passages: [{ at: cell, ...WHY }] })
      assert.ok(second.result?.ok, JSON.stringify(second.result))
      for (const one of [word, sheet]) assert.equal(holds(await content(one, 'file'), '秘'), false)

      const { material, result } = second
      assert.ok(result?.ok)
      done(
        await checkRedaction(tree.platform, desk.officer, {
          ...{ ...ref(material), seen: result.problems.length },
        }),
      )
      const draft = draftOf('decision', 'partialDisclosure', ['disclosed', 'internalAffairs'], {
        ...{ materials: [sheet.id], attachments: [] },
      })
      const letter = done(
        await draftLetter(tree.platform, desk.officer, { requestId: request.id, draft }),
      )
      const refused = await submitLetter(tree.platform, desk.officer, refOf(letter))
      assert.match(refused.ok ? '' : refused.refusal.message, /登记的决定中没有这一依据/)
    })

    it('两人同时改一份遮盖稿，后者被告知；没有生成的说明原因；改动后的遮盖件不再可用', async () => {
      const { request } = await newRequest()
      const material = await added(request.id, '表.xlsx', secretWorkbook())
      const nowhere = { kind: 'sheet', sheet: '名单', cell: 'ZZ99' } as const
      const marks = { boxes: [], passages: [{ at: nowhere, ...WHY }] }
      const unfounded = {
        boxes: [],
        passages: [{ at: nowhere, ground: 'withdrawn', note: '' }],
      } as const
      assert.equal(
        refusalOf(
          await saveMarks(tree.platform, desk.officer, { ...ref(material), marks: unfounded }),
        ),
        'redact.ground',
      )
      const failed = await made(material, marks)
      assert.equal(failed.material.state, 'failed')
      assert.match(failed.result?.ok === false ? failed.result.message : '', /没有对应的内容/)
      const late = await saveMarks(tree.platform, desk.disclosureHead, { ...ref(material), marks })
      assert.equal(refusalOf(late), 'material.changed')
      const good = { boxes: [], passages: [{ at: { ...nowhere, cell: 'A2' }, ...WHY }] }
      const done1 = await made(failed.material, good)
      assert.equal(done1.material.state, 'made')
      const asked = done(await makeRedaction(tree.platform, desk.officer, ref(done1.material)))
      // Changed while it is being made: what comes of it is dropped.
      const changed = done(
        await saveMarks(tree.platform, desk.officer, { ...ref(asked), marks: good }),
      )
      await work()
      const view = done(
        await readMaterial(tree.platform, desk.officer, {
          ...{ requestId: request.id, materialId: material.id },
        }),
      )
      assert.deepEqual([view.material.state, view.result], ['open', null])
      assert.equal(view.material.version, changed.version)
    })

    it('没有办结的、有文书没有送出的不能归档，说明还要办什么', async () => {
      const { request } = await newRequest()
      const filed = ({ id, version }: { readonly id: string; readonly version: number }) =>
        fileRequest(tree.platform, desk.officer, { requestId: id, version })
      assert.equal(refusalOf(await filed(request)), 'filing.not-closed')
      const draft = draftOf('assistance')
      done(await draftLetter(tree.platform, desk.officer, { requestId: request.id, draft }))
      const step = { name: 'withdraw', on: TODAY } as const
      const closed = done(
        await recordStep(tree.platform, desk.officer, {
          ...{ requestId: request.id, version: request.version, step, note: null },
        }),
      )
      const open = await filed(closed)
      assert.match(open.ok ? '' : open.refusal.message, /^还不能归档：《.*》还没有送出。/)
    })
  })
}
