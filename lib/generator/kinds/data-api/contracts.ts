import { kebabCase } from '@/lib/topology/naming'
import type { ImportContract } from '../../contributions'

/** What import-linter holds a data API to; `drivers` are the packages that only its infrastructure knows. */
export function dataApiContracts(name: string, drivers: readonly string[]): readonly ImportContract[] {
  return [
    {
      id: `layers-of-${kebabCase(name)}`,
      name: `Layers of ${name}`,
      type: 'layers',
      containers: [name],
      layers: ['main', 'api | infrastructure', 'application'],
    },
    {
      id: `pure-application-of-${kebabCase(name)}`,
      name: `The application of ${name} knows neither web nor database`,
      type: 'forbidden',
      source_modules: [`${name}.application`],
      forbidden_modules: ['fastapi', 'httpx', 'starlette', ...drivers].toSorted(),
    },
  ]
}
