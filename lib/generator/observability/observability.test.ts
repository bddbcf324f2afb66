import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { examples } from '@/lib/examples/examples'
import { observing } from '@/lib/testing/observing'
import type { Topology } from '@/lib/topology/model/topology'
import { hostOf } from '../compose'
import { generate } from '../generate'
import { resolveProject } from '../resolve-project'
import { COLLECTOR_URL, TRACES_VARIABLE } from './stack'

const COMPOSE = 'docker-compose.observability.yml'
const designs = examples.map(({ id, topology }) => ({ id, topology: observing(topology) }))

const stackSchema = z.object({
  name: z.string(),
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()).optional(),
      ports: z.array(z.string()).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
})
const scrapeSchema = z.object({
  scrape_configs: z.array(
    z.object({
      job_name: z.string(),
      static_configs: z.array(
        z.object({ targets: z.array(z.string()), labels: z.record(z.string(), z.string()).optional() }),
      ),
    }),
  ),
})
const dashboardSchema = z.object({
  panels: z.array(z.object({ id: z.number(), gridPos: z.object({ x: z.number(), y: z.number() }) })),
})

function fileOf(topology: Topology, path: string): string {
  return generate(topology).get(path)?.content ?? ''
}

test.each(examples)('without the option nothing of it is in $id', ({ topology }) => {
  const { options, ...project } = topology.project
  const files = generate({
    ...topology,
    project: { ...project, options: { ...options, observability: false } },
  })
  const found = [...files.values()].filter(
    ({ path, content }) =>
      !path.startsWith('.topoforge/') &&
      /prometheus|grafana|jaeger|opentelemetry-(sdk|exporter)|otel_|\/metrics\b(?!-)/i.test(
        `${path}\n${content}`,
      ),
  )
  expect(found.map(({ path }) => path)).toEqual([])
})

test.each(designs)('every service of $id is read by Prometheus, and sends its traces', ({ topology }) => {
  const { services } = stackSchema.parse(parse(fileOf(topology, COMPOSE)))
  const scraped = scrapeSchema
    .parse(parse(fileOf(topology, 'ops/prometheus/prometheus.yml')))
    .scrape_configs.flatMap(({ job_name: job, static_configs: items }) => (job === 'services' ? items : []))
  for (const { name, port } of resolveProject(topology).services) {
    expect(services[hostOf(name)]?.environment).toEqual({ [TRACES_VARIABLE]: COLLECTOR_URL })
    expect(scraped).toContainEqual({
      targets: [`${hostOf(name)}:${port ?? 9100}`],
      labels: { service: name },
    })
  }
})

test.each(designs)(
  'what is started beside $id has its version, and its ports on this machine',
  ({ topology }) => {
    const { name, services } = stackSchema.parse(parse(fileOf(topology, COMPOSE)))
    expect(name).toBe(parse(fileOf(topology, 'docker-compose.dev.yml')).name)
    const started = Object.values(services).filter(({ image }) => image !== undefined)
    expect(started).toHaveLength(4)
    for (const { image, ports = [], volumes = [] } of started) {
      expect(image).toMatch(/:v?\d+\.\d+\.\d+$/)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\$\{[A-Z]+_PORT:-\d+\}:\d+$/)
      for (const volume of volumes.filter((text) => text.startsWith('./'))) expect(volume).toMatch(/:ro$/)
    }
  },
)

test.each(designs)('panels of $id stand beside and below one another', ({ topology }) => {
  const { project } = topology
  const { panels } = dashboardSchema.parse(
    JSON.parse(fileOf(topology, `ops/grafana/dashboards/${project.name}.json`)),
  )
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length)
})

test('every secret that the stack asks for is in the example of the environment', () => {
  for (const { topology } of designs) {
    const asked = [...fileOf(topology, COMPOSE).matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name)
    for (const name of asked) expect(fileOf(topology, '.env.example')).toContain(`\n${name}=\n`)
  }
})
