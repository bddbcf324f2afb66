import { apiContainer, hostOf, required, tokenVariable } from '../../compose'
import type { Contributions } from '../../contributions'
import {
  MONGO_HOST,
  MONGO_VOLUME,
  mongoContainer,
  mongoPortVariable,
  mongoTestServer,
  mongoUrl,
  mongoVariables,
} from '../../mongo'
import type { Project, Service } from '../../project'
import { portLine, tokenLines } from '../../variables'
import { dataApiContracts } from '../data-api/contracts'

/** What a data API of MongoDB adds to the files that all services share. */
export function contribute(service: Service, { name: project }: Project): Contributions {
  const callers = service.callers.map((call) => call.service)
  const tokens = Object.fromEntries(callers.map(tokenVariable).map((name) => [name, required(name)]))
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
        environment: { DATABASE_URL: mongoUrl(project), ...tokens },
        networks: ['app', 'data'],
        dependsOn: { [MONGO_HOST]: 'healthy' },
      }),
    },
    volumes: [MONGO_VOLUME],
    testServers: [mongoTestServer],
    contracts: dataApiContracts(service.name, ['bson', 'pymongo']),
  }
}
