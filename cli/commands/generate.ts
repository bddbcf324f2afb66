import { generate } from '@/lib/generator/generate'
import { toZip } from '@/lib/generator/zip'
import { EXIT, Failure } from '../failure'
import { requireNoErrors } from '../findings'
import { readDesign } from '../input'
import { writeFolder, writeNewFile } from '../output'

export interface GenerateOptions {
  readonly out?: string
  readonly zip?: string
}

/** Writes the project of a design into a new folder or a zip file. */
export function generateCommand(source: string, { out, zip }: GenerateOptions): void {
  if ((out === undefined) === (zip === undefined)) {
    throw new Failure(EXIT.wrongUse, 'Say where to: either --out FOLDER or --zip FILE.')
  }
  const topology = readDesign(source)
  requireNoErrors(topology, source)
  const files = generate(topology)
  if (out !== undefined) {
    writeFolder(out, files)
    say(`Wrote ${files.size} files to ${out}. Begin with its README.md.`)
  } else if (zip === '-') {
    process.stdout.write(toZip(topology.project.name, files))
  } else if (zip !== undefined) {
    writeNewFile(zip, toZip(topology.project.name, files))
    say(`Wrote ${files.size} files to ${zip}.`)
  }
}

/** Standard output is for results that a program may read; what is said to a person goes to standard error. */
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
