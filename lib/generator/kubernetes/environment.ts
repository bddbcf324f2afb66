import type { YamlObject } from '../formats/yaml'
import { SECRET } from './workload'

/** A variable of compose: one that has to be there, or one with a default. */
const VARIABLE = /\$\{([A-Z0-9_]+)(?::\?[^}]*|:-([^}]*))\}/g

/** An environment of compose as a pod has it. */
export interface PodEnvironment {
  /** What is no secret. */
  readonly config: Readonly<Record<string, string>>
  /** What comes from the Secret, and what is put together from it. */
  readonly env: readonly YamlObject[]
  /** Keys that the Secret has to have. */
  readonly secrets: readonly string[]
}

/**
 * Gives pods what containers of compose are told: a variable that `.env` must have is a key of the Secret, one with a
 * default is said by the ConfigMap. What may hold credentials is taken from the Secret if it is there.
 */
export function podEnvironment(
  environment: Readonly<Record<string, string>>,
  mayBeSecret: readonly string[] = [],
): PodEnvironment {
  const config: Record<string, string> = {}
  const own: YamlObject[] = []
  const parts = new Set<string>()
  const secrets = new Set<string>()
  for (const [name, value] of Object.entries(environment)) {
    const needed = requiredIn(value)
    for (const key of needed) secrets.add(key)
    if (needed.length === 0) {
      config[name] = value.replaceAll(VARIABLE, (_, __, preset: string) => preset)
      if (mayBeSecret.includes(name)) own.push(fromSecret(name, name, true))
    } else if (isWhole(value)) {
      own.push(fromSecret(name, needed[0] ?? ''))
    } else {
      for (const key of needed) parts.add(key)
      own.push({ name, value: value.replaceAll(VARIABLE, (_, key: string) => `$(${key})`) })
    }
  }
  const before = [...parts].filter((key) => !(key in environment)).map((key) => fromSecret(key, key))
  return { config, env: [...before, ...own.toSorted(composedLast)], secrets: [...secrets].sort() }
}

function requiredIn(value: string): readonly string[] {
  return [...value.matchAll(VARIABLE)].flatMap(([, key = '', preset]) => (preset === undefined ? key : []))
}

/** Whether a value is one variable and nothing else. */
function isWhole(value: string): boolean {
  return value.replace(VARIABLE, '') === ''
}

function fromSecret(name: string, key: string, optional = false): YamlObject {
  return { name, valueFrom: { secretKeyRef: { name: SECRET, key, ...(optional && { optional }) } } }
}

/** A value can only refer to those before it. */
function composedLast(a: YamlObject, b: YamlObject): number {
  return Number('value' in a) - Number('value' in b)
}

/** How a container is told its environment. */
export function told(host: string, { config, env }: PodEnvironment): YamlObject {
  return {
    ...(Object.keys(config).length > 0 && { envFrom: [{ configMapRef: { name: host } }] }),
    ...(env.length > 0 && { env }),
  }
}
