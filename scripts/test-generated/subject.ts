import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { GeneratedFile } from '@/lib/generator/generated-file'
import { exec } from './exec'
import { bareEnvironment } from './tools'

/** Writes the files of a project below a folder that is new or emptied. */
export function writeProject(folder: string, files: ReadonlyMap<string, GeneratedFile>): void {
  rmSync(folder, { recursive: true, force: true })
  for (const { path, content, executable } of files.values()) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content, { mode: executable ? 0o755 : 0o644 })
  }
}

/** Files that the project's own `.gitignore` would keep out of its first commit. */
export async function findHidden(folder: string): Promise<readonly string[]> {
  const env = bareEnvironment({ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' })
  await exec('git', ['init', '-q', '.'], { cwd: folder, env })
  const listed = await exec('git', ['ls-files', '--others', '--ignored', '--exclude-standard'], {
    cwd: folder,
    env,
  })
  if (listed.code !== 0) throw new Error(listed.output)
  return listed.output.split('\n').filter(Boolean)
}
