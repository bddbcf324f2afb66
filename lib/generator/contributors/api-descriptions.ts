import { toPythonJson } from '../formats/python-json'
import type { Contributor, GeneratedFile } from '../generated-file'
import { generatedKind } from '../kinds'
import { rememberByService } from '../service-memory'

/** What each API offers, in OpenAPI: byte for byte what the download's own `make contracts` writes. */
export const apiDescriptions: Contributor = {
  id: 'api-descriptions',
  *files(project, render) {
    for (const service of project.services) yield* descriptionOf(service, project, render)
  },
}

const descriptionOf = rememberByService((service, { project }): readonly GeneratedFile[] => {
  const openapi = generatedKind(service.kind)?.openapi?.(service, project)
  if (!openapi) return []
  const path = `contracts/openapi/${service.name}.json`
  const content = `${toPythonJson(openapi)}\n`
  const entities = [...service.entities, ...service.resources.map(({ entity }) => entity)]
  const causes = [service.origin, ...entities.map(({ origin }) => origin)].map((at) => ({ at }))
  return [{ path, content, source: apiDescriptions.id, causes }]
})
