import type { Item, ReadItem } from './item.js'

/** What this browser keeps of a file that was read: everything but its bytes. */
type KeptItem = Omit<ReadItem, 'file' | 'checkFailure' | 'failure'>

const DATABASE = 'gongkai'
const REPORTS = 'reports'

/** The reports that this browser keeps, in the order in which they came; rejects where it keeps none at all. */
export async function loadKept(): Promise<readonly Item[]> {
  const kept = await inStore<KeptItem[]>('readonly', (store) => store.getAll())
  return kept.map((item) => ({
    ...item,
    file: new File([], item.name),
    failure: null,
    checkFailure: null,
  }))
}

/** Keeps a report, over what was kept of it before. */
export async function keep(item: ReadItem): Promise<void> {
  const { file: _, failure: __, checkFailure: ___, ...kept } = item
  await inStore('readwrite', (store) => store.put(kept))
}

/** Forgets one report. */
export async function forget(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await opened()
  return settled<T>(ask(database.transaction(REPORTS, mode).objectStore(REPORTS)))
}

let opening: Promise<IDBDatabase> | null = null

function opened(): Promise<IDBDatabase> {
  opening ??= open()
  return opening
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(REPORTS, { keyPath: 'id' })
  return settled<IDBDatabase>(request)
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
