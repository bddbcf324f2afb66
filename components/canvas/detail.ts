import { create } from 'zustand'

/** Below this zoom no letter can be read, and none is drawn. */
const FAR = 0.3
/** What is drawn around the window, so that a short way brings nothing new: a part of the window's size. */
const AROUND = 0.3

interface Detail {
  /** So far away that a node is its outline and its colour, and a link its line. */
  readonly far: boolean
  /** The part of the canvas in which labels and wide lines for the pointer are kept. */
  readonly kept: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

const NOWHERE = { left: 0, top: 0, right: 0, bottom: 0 }

/** How much of the drawing is worth drawing. */
export const useDetail = create<Detail>()(() => ({ far: false, kept: NOWHERE }))

interface Window {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

/** Follows the view; tells nobody while nothing new comes near. */
export function followWindow({ x, y, zoom, width, height }: Window): void {
  const { far, kept } = useDetail.getState()
  const left = -x / zoom
  const top = -y / zoom
  const right = left + width / zoom
  const bottom = top + height / zoom
  const isFar = zoom < FAR
  const inside = left >= kept.left && top >= kept.top && right <= kept.right && bottom <= kept.bottom
  const tight = (kept.right - kept.left) * zoom < width * 2.6
  if (isFar === far && inside && tight) return
  const [wide, high] = [(right - left) * AROUND, (bottom - top) * AROUND]
  useDetail.setState({
    far: isFar,
    kept: { left: left - wide, top: top - high, right: right + wide, bottom: bottom + high },
  })
}

/** Whether a line, of which this is the smallest box around it, may be seen in what is kept. */
export function touches({ kept }: Pick<Detail, 'kept'>, { frame: { x, y, width, height } }: Framed): boolean {
  return x + width >= kept.left && x <= kept.right && y + height >= kept.top && y <= kept.bottom
}

interface Framed {
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}
