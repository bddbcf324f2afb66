import { toPythonJson } from '../formats/python-json'
import type { Contributor } from '../generated-file'
import { generatedKind } from '../kinds'

/** What each API offers, in OpenAPI: byte for byte what the download's own `make contracts` writes. */
export const apiDescriptions: Contributor = {
  id: 'api-descriptions',
  *files(project) {
    for (const service of project.services) {
      const openapi = generatedKind(service.kind)?.openapi?.(service, project)
      if (!openapi) continue
      const path = `contracts/openapi/${service.name}.json`
      const content = `${toPythonJson(openapi)}\n`
      const entities = [...service.entities, ...service.resources.map(({ entity }) => entity)]
      const causes = [service.origin, ...entities.map(({ origin }) => origin)].map((at) => ({ at }))
      yield { path, content, source: apiDescriptions.id, causes }
    }
  },
}
