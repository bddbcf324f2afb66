import { useEffect, useState } from 'react'
import type { Highlighted } from './highlighter'
import { languageOf } from './language-of'
import type { HighlightAnswer, HighlightRequest } from './worker'

/** Larger texts stay plain. */
const MOST_CHARACTERS = 600_000

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, (answer: HighlightAnswer) => void>()

/** The coloured parts of a file's text, as soon as they are known; until then, and where it has no language, none. */
export function useHighlighted(path: string, text: string): Highlighted | undefined {
  const [known, setKnown] = useState<{
    readonly text: string
    readonly highlighted: Highlighted | undefined
  }>()
  useEffect(() => {
    const language = languageOf(path)
    if (language === undefined || text === '' || text.length > MOST_CHARACTERS) return undefined
    let isWanted = true
    void highlightInWorker(text, language).then(({ highlighted }) => {
      if (isWanted) setKnown({ text, highlighted })
    })
    return () => {
      isWanted = false
    }
  }, [path, text])
  return known?.text === text ? known.highlighted : undefined
}

function highlightInWorker(text: string, language: string): Promise<HighlightAnswer> {
  lastId += 1
  const request: HighlightRequest = { id: lastId, text, language }
  return new Promise((resolve) => {
    waiting.set(request.id, resolve)
    startedWorker().postMessage(request)
  })
}

function startedWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<HighlightAnswer>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', giveUp)
  return worker
}

/** Without colours code can be read all the same; the next file tries again. */
function giveUp(): void {
  worker?.terminate()
  worker = undefined
  for (const [id, resolve] of waiting) resolve({ id })
  waiting.clear()
}
