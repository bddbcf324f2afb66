import { hostOf, PROBE_PORT } from '../compose'
import type { YamlItem, YamlObject } from '../formats/yaml'
import { hasMessages } from '../parts'
import type { Project } from '../project'
import { RABBITMQ_HOST } from '../rabbitmq'
import { alertRules } from './alerts'

const RABBITMQ_METRICS_PORT = 15692
const RULES = 'alerts.yml'

/** Configuration of Prometheus, by the names of its files. */
export function prometheusFiles(project: Project): Readonly<Record<string, YamlObject>> {
  return {
    'prometheus.yml': {
      global: { scrape_interval: '15s', evaluation_interval: '15s' },
      rule_files: [RULES],
      scrape_configs: [services(project), ...(hasMessages(project) ? [rabbitmq] : [])],
    },
    [RULES]: { groups: [{ name: project.name, rules: alertRules(project) }] },
  }
}

/** Each with its name as a label: what services measure says nothing of who they are. */
function services({ services }: Project): YamlItem {
  return {
    job_name: 'services',
    static_configs: services.map(({ name, port }) => ({
      targets: [`${hostOf(name)}:${port ?? PROBE_PORT}`],
      labels: { service: name },
    })),
  }
}

const rabbitmq: YamlItem = {
  job_name: 'rabbitmq',
  metrics_path: '/metrics/per-object',
  static_configs: [{ targets: [`${RABBITMQ_HOST}:${RABBITMQ_METRICS_PORT}`] }],
}
