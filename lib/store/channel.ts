import type { Topology } from '@/lib/topology/model/topology'
import { TAB } from './journal'

/** What tabs of this browser tell each other about the designs that are open in them. */
export type Message =
  /** Who writes this design? Answered with `state` by the one who does. */
  | { readonly type: 'who'; readonly id: string }
  /** How the design stands in the tab that writes it, and the revision that it has saved. */
  | {
      readonly type: 'state'
      readonly id: string
      readonly topology: Topology
      readonly revision: number
      readonly changed: boolean
    }
  /** Let me write this design. */
  | { readonly type: 'hand-over'; readonly id: string }
  /** The list of designs has changed. */
  | { readonly type: 'shelf' }

type Listener = (message: Message, from: string) => void

/** A line to the other tabs; where the browser has none, nothing is heard. */
export class Channel {
  private line: BroadcastChannel | undefined

  constructor(listener: Listener) {
    this.line = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('topoforge')
    if (!this.line) return
    this.line.onmessage = ({ data }: MessageEvent<{ message: Message; from: string }>) =>
      listener(data.message, data.from)
  }

  post(message: Message): void {
    this.line?.postMessage({ message, from: TAB })
  }

  close(): void {
    this.line?.close()
    this.line = undefined
  }
}
