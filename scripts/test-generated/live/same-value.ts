import { isDeepStrictEqual } from 'node:util'
import type { Entity, FieldType } from '@/lib/generator/project'
import { ensure } from './http'
import type { Row } from './samples'

/** Whether a value that came back is the one that was sent; moments may be written in other ways. */
export function isSame(type: FieldType, sent: unknown, got: unknown): boolean {
  switch (type.type) {
    case 'datetime':
      return typeof got === 'string' && Date.parse(got) === Date.parse(String(sent))
    case 'integer':
      return Number(sent) === got
    case 'list':
      return (
        Array.isArray(sent) &&
        Array.isArray(got) &&
        sent.length === got.length &&
        sent.every((item, index) => isSame(type.of, item, got[index]))
      )
    case 'object': {
      if (!isRecord(sent) || !isRecord(got)) return false
      return type.fields.every((field) => {
        const value = sent[field.name]
        return value === undefined ? isAbsent(got[field.name]) : isSame(field.type, value, got[field.name])
      })
    }
    default:
      return isDeepStrictEqual(sent, got)
  }
}

const isAbsent = (value: unknown) => value === undefined || value === null
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Throws unless every field that was sent came back, and no secret did. */
export function expectKept(entity: Entity, sent: Row, got: Row): void {
  for (const { name, type } of entity.fields) {
    if (type.type === 'secret') ensure(!(name in got), `the secret ${entity.name}.${name} came back`)
    else if (name in sent) {
      const told = `${entity.name}.${name}: sent ${show(sent[name])}, got ${show(got[name])}`
      ensure(isSame(type, sent[name], got[name]), told)
    } else ensure(name in got, `${entity.name}.${name} is missing`)
  }
}

function show(value: unknown): string {
  return typeof value === 'bigint' ? value.toString() : String(JSON.stringify(value))
}
