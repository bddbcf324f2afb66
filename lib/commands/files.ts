import { readRepairing } from '@/lib/share/read'
import { formatPath, type ReadProblem, type Text } from '@/lib/share/result'
import { currentTopology } from '@/lib/store/document'
import { openAsNew, reportFault } from '@/lib/store/session'
import { tell } from '@/lib/store/view'
import { openTexts } from '@/lib/text/frame'
import { canonical } from '@/lib/topology/canonical'
import { tellOpened } from './designs'
import { saveBytes } from './save-bytes'

/** Asks for a file and opens the design in it as a new document. */
export function openFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void file.text().then((text) => openText(text, file.name))
  })
  input.click()
}

/** Saves the design as a file that opens again here, on the command line, anywhere. */
export function saveFile(): void {
  const topology = canonical(currentTopology())
  saveBytes(
    `${JSON.stringify(topology, null, 2)}\n`,
    `${topology.project.name}.topology.json`,
    'application/json',
  )
}

/** Opens the design in a text; what cannot be opened is said, and nothing changes. */
export function openText(text: string, name?: string): void {
  const result = readRepairing(text)
  if (!result.ok) {
    reportFault({ reason: result.reason, message: inWords(result.details) })
    return
  }
  openAsNew(result.topology)
  if (result.warnings.length === 0) tellOpened(name ?? result.topology.project.name)
  else tell({ text: openTexts.warnings, detail: inWords(result.warnings), stays: true })
}

const MOST_TOLD = 3

/** The first few problems in a sentence each, with their place, and how many more there are. */
function inWords(problems: readonly ReadProblem[]): Text {
  const more = problems.length - MOST_TOLD
  const words = (language: 'en' | 'ru') =>
    [
      ...problems
        .slice(0, MOST_TOLD)
        .map(({ path, message }) => [formatPath(path), message[language]].filter(Boolean).join(': ')),
      ...(more > 0 ? [openTexts.more(more)[language]] : []),
    ].join(' ')
  return { en: words('en'), ru: words('ru') }
}
