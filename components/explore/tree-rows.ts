import type { Change, FileEntry, SearchHit } from '@/lib/generator/explore/exploration'

/** One line of the tree. */
export interface TreeRow {
  readonly kind: 'folder' | 'file' | 'hit'
  /** Of a folder or file; of a hit that of its file. */
  readonly path: string
  readonly name: string
  readonly depth: number
  /** Files in a folder, lines found in a file. */
  readonly count: number
  readonly isOpen: boolean
  readonly change: Change | undefined
  /** Its place among those with the same parent, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
  /** Of a line that was found. */
  readonly line?: number
  /** Where a file stands that was found, outside of its folders. */
  readonly folder?: string
}

/** A folder with everything below it. */
export interface Folder {
  readonly path: string
  readonly name: string
  readonly folders: readonly Folder[]
  readonly files: readonly FileEntry[]
  readonly count: number
  /** Whether something below it has changed. */
  readonly change: Change | undefined
}

/** The folders that these files stand in; a folder with nothing but one folder is one with it: `shared/src`. */
export function folderOf(files: readonly FileEntry[], path = ''): Folder {
  const start = path === '' ? 0 : path.length + 1
  const below = new Map<string, FileEntry[]>()
  const own: FileEntry[] = []
  for (const file of files) {
    const end = file.path.indexOf('/', start)
    if (end < 0) {
      own.push(file)
      continue
    }
    const name = file.path.slice(start, end)
    const list = below.get(name)
    if (list) list.push(file)
    else below.set(name, [file])
  }
  const folders = [...below].map(([name, inside]) =>
    joined(folderOf(inside, path === '' ? name : `${path}/${name}`), start),
  )
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    folders,
    files: own,
    count: files.length,
    change: files.some(({ change }) => change) ? 'changed' : undefined,
  }
}

function joined(folder: Folder, start: number): Folder {
  const [only] = folder.folders
  const one = folder.files.length === 0 && folder.folders.length === 1 && only ? only : folder
  return { ...one, name: one.path.slice(start) }
}

/** The rows of a tree: folders first, each with what is in it where it is open. */
export function rowsOf(folder: Folder, isOpen: (path: string) => boolean, depth = 0): readonly TreeRow[] {
  const siblings = folder.folders.length + folder.files.length
  const folders = folder.folders.flatMap((inner, index) => {
    const open = isOpen(inner.path)
    const { path, name, count, change } = inner
    const row: TreeRow = {
      kind: 'folder',
      path,
      name,
      depth,
      count,
      isOpen: open,
      change,
      position: index + 1,
      siblings,
    }
    return [row, ...(open ? rowsOf(inner, isOpen, depth + 1) : [])]
  })
  const files = folder.files.map(({ path, change }, index): TreeRow => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const position = folder.folders.length + index + 1
    return { kind: 'file', path, name, depth, count: 0, isOpen: false, change, position, siblings }
  })
  return [...folders, ...files]
}

/** The rows of a search: each file with its path, and the lines in it. */
export function hitRows(hits: readonly SearchHit[]): readonly TreeRow[] {
  return hits.flatMap(({ path, lines }, index) => {
    const file: TreeRow = {
      kind: 'file',
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
      depth: 0,
      count: lines.length,
      isOpen: true,
      change: undefined,
      position: index + 1,
      siblings: hits.length,
    }
    const found = lines.map(
      ({ number, text }, place): TreeRow => ({
        kind: 'hit',
        path,
        name: text,
        depth: 1,
        count: 0,
        isOpen: false,
        change: undefined,
        position: place + 1,
        siblings: lines.length,
        line: number,
      }),
    )
    return [file, ...found]
  })
}
