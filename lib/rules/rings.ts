/** A way from one thing to another, with what it stands for. */
export interface Edge<T> {
  readonly to: string
  readonly what: T
}

/** Things that reach one another in a circle. */
export interface Ring<T> {
  readonly ids: readonly string[]
  /** Edges without which no ring is left among these; never empty. */
  readonly closing: readonly T[]
}

interface Step<T> {
  readonly id: string
  readonly edges: readonly Edge<T>[]
  next: number
}

/**
 * Every group of things that reach one another, found in the order given, so
 * that equal graphs in equal order have equal answers. An edge to itself is a
 * ring of one.
 */
export function ringsOf<T>(
  ids: readonly string[],
  edgesOf: (id: string) => readonly Edge<T>[],
): readonly Ring<T>[] {
  const walk = new Walk(edgesOf)
  for (const id of ids) walk.from(id)
  return walk.rings
}

/** Tarjan's search for strongly connected parts, without recursion, so that a long chain is no danger. */
class Walk<T> {
  readonly rings: Ring<T>[] = []
  private readonly order = new Map<string, number>()
  private readonly low = new Map<string, number>()
  private readonly open: string[] = []
  private readonly isOpen = new Set<string>()
  private readonly back: { readonly from: string; readonly what: T }[] = []

  constructor(private readonly edgesOf: (id: string) => readonly Edge<T>[]) {}

  from(start: string): void {
    if (this.order.has(start)) return
    const way: Step<T>[] = [this.enter(start)]
    const onWay = new Set([start])
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const edge = step.edges[step.next]
      step.next += 1
      if (!edge) {
        this.leave(step.id, way.at(-2)?.id)
        onWay.delete(step.id)
        way.pop()
      } else if (!this.order.has(edge.to)) {
        way.push(this.enter(edge.to))
        onWay.add(edge.to)
      } else if (this.isOpen.has(edge.to)) {
        this.lower(step.id, this.order.get(edge.to) ?? 0)
        if (onWay.has(edge.to)) this.back.push({ from: step.id, what: edge.what })
      }
    }
  }

  private enter(id: string): Step<T> {
    this.order.set(id, this.order.size)
    this.low.set(id, this.order.get(id) ?? 0)
    this.open.push(id)
    this.isOpen.add(id)
    return { id, edges: this.edgesOf(id), next: 0 }
  }

  private lower(id: string, value: number): void {
    this.low.set(id, Math.min(this.low.get(id) ?? value, value))
  }

  private leave(id: string, parent: string | undefined): void {
    const low = this.low.get(id) ?? 0
    if (parent !== undefined) this.lower(parent, low)
    if (low !== this.order.get(id)) return
    const ids = this.open.splice(this.open.lastIndexOf(id))
    for (const one of ids) this.isOpen.delete(one)
    const among = new Set(ids)
    const closing = this.back.filter(({ from }) => among.has(from)).map(({ what }) => what)
    if (closing.length > 0) this.rings.push({ ids, closing })
  }
}
