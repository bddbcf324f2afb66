import type { ImportContract } from '../contributions'
import type { Project } from '../project'

const DRIVERS = ['alembic', 'asyncpg', 'psycopg', 'psycopg2', 'pymongo', 'sqlalchemy']

/** The laws of the architecture that hold between services, as contracts about imports. */
export function generalContracts({ services }: Project): readonly ImportContract[] {
  const names = services.map(({ name }) => name)
  const withoutDatabase = services.filter(({ engine }) => engine === null).map(({ name }) => name)
  return [
    ...independence(names),
    ...sharedKnowsNone(names),
    {
      id: 'direct-database-access',
      name: 'Only data APIs talk to a database',
      type: 'forbidden',
      source_modules: [...withoutDatabase, 'shared'],
      forbidden_modules: DRIVERS,
    },
  ]
}

function independence(modules: readonly string[]): readonly ImportContract[] {
  if (modules.length < 2) return []
  const name = 'Services talk over HTTP, never by imports'
  return [{ id: 'services-are-independent', name, type: 'independence', modules }]
}

function sharedKnowsNone(services: readonly string[]): readonly ImportContract[] {
  if (services.length === 0) return []
  return [
    {
      id: 'shared-knows-no-service',
      name: 'Shared code knows no service',
      type: 'forbidden',
      source_modules: ['shared'],
      forbidden_modules: services,
    },
  ]
}
