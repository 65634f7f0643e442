/** The files of a drop, folders opened all the way down; hidden files are left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The list is emptied as soon as this turn ends, so every entry is taken out of it first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const files = entries.every((entry) => entry === null)
    ? [...transfer.files]
    : (await Promise.all(entries.map(filesOf))).flat()
  return files.filter(({ name }) => !name.startsWith('.'))
}

async function filesOf(entry: FileSystemEntry | null): Promise<File[]> {
  if (entry === null) return []
  if (isFile(entry)) return [await new Promise<File>((done, fail) => entry.file(done, fail))]
  if (!isFolder(entry)) return []
  const inside = await entriesOf(entry.createReader())
  return (await Promise.all(inside.map(filesOf))).flat()
}

/** A reader gives a hundred entries at a time, and none when it is done. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))]
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
