import { describe, expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { randomDesign } from '@/lib/topology/random/random-design'
import { createGenerator } from '../create-generator'
import type { Cause, GeneratedFile } from '../generated-file'
import type { Origin } from '../project'
import { originKey, traceFile } from './trace'

const finance = createGenerator()(financeLending.topology)

/** The places that a line of a file of the finance example comes from. */
function causesOf(path: string, text: string): readonly string[] {
  const file = finance.files.get(path)
  if (!file) throw new Error(`There is no ${path}`)
  const line = file.content.split('\n').findIndex((one) => one.includes(text)) + 1
  if (line === 0) throw new Error(`${path} does not say ${text}`)
  return atLine(traceFile(file, finance.project), line).map(originKey)
}

function atLine(causes: readonly Cause[], line: number): readonly Origin[] {
  return causes.flatMap(({ at, lines }) => (lines && lines[0] <= line && line <= lines[1] ? [at] : []))
}

const lendingCallsData = 'link/link'

describe('the finance example', () => {
  test('a container, and all that is in it, comes from its node; what it says of another, from the link too', () => {
    const compose = 'docker-compose.dev.yml'
    expect(causesOf(compose, 'pg_isready')).toEqual(['node/database'])
    expect(causesOf(compose, 'FINANCE_USER_DATA_API_URL')).toEqual(
      expect.arrayContaining(['node/lending', 'node/data', lendingCallsData]),
    )
    // A variable of PostgreSQL, not the entity `user`.
    expect(causesOf(compose, 'POSTGRES_USER')).toEqual(['node/database'])
  })

  test('a rule of a field comes from the field, all its lines', () => {
    const entity = 'services/finance_lending_api/domain/entities/loan.py'
    expect(causesOf(entity, 'precision=12')).toEqual(['entity/loan', 'entity/loan/fields/1'])
    expect(causesOf(entity, 'LoanStatus,')).toContain('entity/loan/fields/5')
  })

  test('a line of a file about all entities comes from the one it names', () => {
    const migration = 'services/finance_user_data_api/alembic/versions/0001_initial.py'
    expect(causesOf(migration, 'create_loan_payments()')).toEqual(['entity/loan_payment'])
    expect(causesOf(migration, 'def upgrade')).toEqual([])
  })

  test('a file that is copied as it is has no line of the design', () => {
    const copied = [...finance.files.values()].filter(({ said }) => said?.size === 0)
    expect(copied.length).toBeGreaterThan(20)
    for (const file of copied) expect(traceFile(file, finance.project)).toEqual(file.causes)
  })
})

describe.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('random design %i', (seed) => {
  const { project, files } = createGenerator()(randomDesign(seed, { services: 4 }))
  const all = [...files.values()]

  test('every file has a cause, and every range lies in its file', () => {
    for (const file of all) {
      expect(file.causes, file.path).not.toHaveLength(0)
      const last = file.content.split('\n').length
      for (const { lines } of traceFile(file, project)) {
        if (!lines) continue
        expect(lines[0], file.path).toBeGreaterThan(0)
        expect(lines[1], file.path).toBeGreaterThanOrEqual(lines[0])
        expect(lines[1], file.path).toBeLessThanOrEqual(last)
      }
    }
  })

  test('the name of a service is told to come from its node wherever the design put it', () => {
    for (const { name, origin } of project.services) expectTold(all, name, originKey(origin))
  })

  test('an entity and its fields are told in the file of its table', () => {
    for (const service of project.services) {
      for (const entity of service.entities) {
        const path = `services/${service.name}/infrastructure/database/tables/${entity.name}.py`
        const file = files.get(path)
        if (!file) throw new Error(`There is no ${path}`)
        const told = new Set(traceFile(file, project).map(({ at }) => originKey(at)))
        for (const index of entity.fields.keys()) {
          expect(told, path).toContain(originKey({ ...entity.origin, path: ['fields', index] }))
        }
      }
    }
  })

  function expectTold(some: readonly GeneratedFile[], name: string, key: string) {
    for (const file of some.filter(({ said }) => said?.size !== 0)) {
      const causes = traceFile(file, project)
      for (const [index, line] of file.content.split('\n').entries()) {
        if (!new RegExp(`\\b${name}\\b`).test(line)) continue
        expect(atLine(causes, index + 1).map(originKey), `${file.path}:${index + 1} ${line}`).toContain(key)
      }
    }
  }
})
