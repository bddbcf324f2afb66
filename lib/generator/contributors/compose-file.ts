import type { Network } from '../compose'
import { remark } from '../formats/remark'
import { toYaml, type YamlObject } from '../formats/yaml'
import type { Contributor } from '../generated-file'
import { allContributions } from './shared-contributions'

const PATH = 'docker-compose.dev.yml'
const HEADING = 'Everything on one machine, for development: hot reload, debug logs, ports on loopback only.'

/** All services with what they need, on one machine. */
export const composeFile: Contributor = {
  id: 'compose-file',
  *files(project) {
    const contributions = allContributions(project)
    const services = Object.assign({}, ...contributions.map(({ containers }) => containers))
    if (Object.keys(services).length === 0) return
    const networks = [
      ...new Set(Object.values<{ networks: Network[] }>(services).flatMap((item) => item.networks)),
    ]
    const content = toYaml({
      name: remark(HEADING, project.name),
      services,
      networks: empty(networks.sort()),
      volumes: empty(contributions.flatMap(({ volumes }) => volumes ?? [])),
    })
    yield { path: PATH, content, source: composeFile.id, causes: [{ at: { part: 'project' } }] }
  },
}

/** Names with nothing to say about them; nothing at all where there are no names. */
function empty(names: readonly string[]): YamlObject | undefined {
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, null])) : undefined
}
