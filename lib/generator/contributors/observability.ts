import { remark } from '../formats/remark'
import { toYaml, type YamlObject } from '../formats/yaml'
import type { Contributor, GeneratedFile } from '../generated-file'
import { collectorConfig } from '../observability/collector'
import { dashboardOf } from '../observability/dashboard'
import { grafanaFiles } from '../observability/grafana'
import { prometheusFiles } from '../observability/prometheus'
import { OPS, stackOf } from '../observability/stack'
import { isWatched } from '../parts'

const COMPOSE = 'docker-compose.observability.yml'
const HEADING = 'What observes the services of docker-compose.dev.yml: make observe starts both.'

/** What collects and shows what services measure, with its configuration. */
export const observability: Contributor = {
  id: 'observability',
  *files(project) {
    if (!isWatched(project)) return
    yield yaml(COMPOSE, headed(stackOf(project), project.name))
    yield yaml(`${OPS}/otel/collector.yml`, collectorConfig)
    for (const [name, content] of Object.entries(prometheusFiles(project)))
      yield yaml(`${OPS}/prometheus/${name}`, content)
    for (const [name, content] of Object.entries(grafanaFiles)) yield yaml(`${OPS}/grafana/${name}`, content)
    const dashboard = JSON.stringify(dashboardOf(project), null, 2)
    yield file(`${OPS}/grafana/dashboards/${project.name}.json`, `${dashboard}\n`)
  },
}

/** The same name as that of the other file, so that both are one project. */
function headed(stack: YamlObject, name: string): YamlObject {
  return { name: remark(HEADING, name), ...stack }
}

function yaml(path: string, content: YamlObject): GeneratedFile {
  return file(path, toYaml(content))
}

function file(path: string, content: string): GeneratedFile {
  return { path, content, source: observability.id, causes: [{ at: { part: 'project' } }] }
}
