import { apiContainer, hostOf, required, tokenVariable } from '../../compose'
import type { Contributions } from '../../contributions'
import { serviceWorkload } from '../../kubernetes/service-workload'
import {
  MONGO_HOST,
  MONGO_VOLUME,
  mongoContainer,
  mongoPortVariable,
  mongoTestServer,
  mongoUrl,
  mongoVariables,
  mongoWorkload,
} from '../../mongo'
import type { Project, Service } from '../../project'
import { portLine, tokenLines } from '../../variables'
import { dataApiContracts } from '../data-api/contracts'

/** Operations end within four seconds; a request may have several. */
const STOP_SECONDS = 25
const SCALE = { least: 2, most: 5 } as const

/** What a data API of MongoDB adds to the files that all services share. */
export function contribute(service: Service, { name: project }: Project): Contributions {
  const callers = service.callers.map((call) => call.service)
  const tokens = Object.fromEntries(callers.map(tokenVariable).map((name) => [name, required(name)]))
  const environment = { DATABASE_URL: mongoUrl(project), ...tokens }
  return {
    description: 'Data API: it alone reads and writes the MongoDB database.',
    requirements: ['argon2-cffi', 'fastapi', 'pydantic', 'pymongo', 'shared[web]'],
    settings: [
      { name: 'DATABASE_URL', example: 'mongodb://localhost/description' },
      ...callers.map((caller) => ({ name: tokenVariable(caller), example: null })),
    ],
    variables: [
      ...mongoVariables,
      ...tokenLines(callers),
      ...portLine(service),
      ...portLine(mongoPortVariable),
    ],
    containers: {
      [MONGO_HOST]: mongoContainer(project),
      [hostOf(service.name)]: apiContainer(service, {
        environment,
        networks: ['app', 'data'],
        dependsOn: { [MONGO_HOST]: 'healthy' },
      }),
    },
    workloads: {
      [MONGO_HOST]: mongoWorkload(project),
      [hostOf(service.name)]: serviceWorkload(service, {
        environment,
        scale: SCALE,
        stopSeconds: STOP_SECONDS,
      }),
    },
    volumes: [MONGO_VOLUME],
    testServers: [mongoTestServer],
    contracts: dataApiContracts(service.name, ['bson', 'pymongo']),
  }
}
