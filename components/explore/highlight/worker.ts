import { type Highlighted, highlight } from './highlighter'

export interface HighlightRequest {
  readonly id: number
  readonly text: string
  readonly language: string
}

export interface HighlightAnswer {
  readonly id: number
  /** Absent where the text could not be told apart; it is shown plain then. */
  readonly highlighted?: Highlighted
}

function answer({ id, text, language }: HighlightRequest): void {
  try {
    const highlighted = highlight(text, language)
    post({ id, highlighted }, [highlighted.lines.buffer, highlighted.parts.buffer])
  } catch {
    post({ id }, [])
  }
}

function post(message: HighlightAnswer, transfer: Transferable[]): void {
  self.postMessage(message, { transfer })
}

self.addEventListener('message', (event: MessageEvent<HighlightRequest>) => answer(event.data))
