import bill from './bill-of-materials.json'

interface Material {
  readonly version: string
  readonly requires?: readonly string[]
  readonly extras?: Readonly<Record<string, readonly string[]>>
}

const materials: Readonly<Record<string, Material>> = bill

/**
 * The tested version of everything that these requirements (`fastapi`, `sqlalchemy[asyncio]`) bring along, as
 * constraints: `fastapi==0.165.0`. Sorted; nothing that they do not need is among them.
 */
export function pinsFor(requirements: Iterable<string>): readonly string[] {
  const seen = new Set<string>()
  const pins = new Set<string>()
  const waiting = [...requirements]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const { name, extras } = readRequirement(next)
    const material = materials[name]
    if (!material) throw new Error(`The bill of materials has no ${name}`)
    pins.add(`${name}==${material.version}`)
    waiting.push(...(material.requires ?? []), ...extras.flatMap((extra) => material.extras?.[extra] ?? []))
  }
  return [...pins].sort()
}

/** The name and the extras of a requirement: `sqlalchemy[asyncio]`. */
export function readRequirement(requirement: string): { name: string; extras: readonly string[] } {
  const [, name = '', extras = ''] = /^([a-z0-9-]+)(?:\[([a-z0-9,-]+)\])?$/.exec(requirement) ?? []
  if (!name) throw new Error(`Not a requirement: ${requirement}`)
  return { name, extras: extras.split(',').filter(Boolean) }
}
