import type { Project } from '../project'
import { type Measured, measuredOf } from './measures'

/** How Grafana shows a number. */
type Unit = 'bytes' | 'percentunit' | 'reqps' | 's' | 'short'

interface Panel {
  readonly title: string
  /** PromQL and what each line is called; every metric is followed by a selector or a range, so that tests find it. */
  readonly queries: readonly (readonly [expr: string, legend: string])[]
  readonly unit: Unit
}

interface Row {
  readonly title: string
  readonly panels: readonly Panel[]
  readonly isIn?: (measured: Measured) => boolean
}

const SOURCE = { type: 'prometheus', uid: 'prometheus' } as const
/** The services that whoever looks has chosen. */
const OF = 'service=~"$service"'
const RATE = '[$__rate_interval]'
const COLUMNS = 24
const ACROSS = 3
const HEIGHT = 8

const ROWS: readonly Row[] = [
  {
    title: 'Services',
    panels: [
      { title: 'Up', queries: [[`up{${OF}}`, '{{service}}']], unit: 'short' },
      {
        title: 'Ready',
        queries: [[`dependency_ready{${OF}}`, '{{service}}: {{dependency}}']],
        unit: 'short',
      },
      { title: 'Memory', queries: [[`process_resident_memory_bytes{${OF}}`, '{{service}}']], unit: 'bytes' },
    ],
  },
  {
    title: 'Requests',
    panels: [
      {
        title: 'Requests',
        queries: [[`sum by (service) (rate(http_requests_total{${OF}}${RATE}))`, '{{service}}']],
        unit: 'reqps',
      },
      {
        title: 'Failed requests',
        queries: [
          [
            `sum by (service) (rate(http_requests_total{${OF},status=~"5.."}${RATE})) / sum by (service) (rate(http_requests_total{${OF}}${RATE}))`,
            '{{service}}',
          ],
        ],
        unit: 'percentunit',
      },
      {
        title: 'Time of 95 % of the requests',
        queries: [
          [
            quantile('http_request_duration_seconds_bucket', 'service, method, route'),
            '{{service}} {{method}} {{route}}',
          ],
        ],
        unit: 's',
      },
      {
        title: 'Answers by status',
        queries: [
          [`sum by (service, status) (rate(http_requests_total{${OF}}${RATE}))`, '{{service}} {{status}}'],
        ],
        unit: 'reqps',
      },
      {
        title: 'Requests that are being answered',
        queries: [[`http_requests_in_progress{${OF}}`, '{{service}}']],
        unit: 'short',
      },
    ],
  },
  {
    title: 'Calls to other services',
    panels: [
      {
        title: 'Calls',
        queries: [
          [
            `sum by (service, upstream, outcome) (rate(upstream_requests_total{${OF}}${RATE}))`,
            '{{service}} → {{upstream}} {{outcome}}',
          ],
        ],
        unit: 'reqps',
      },
      {
        title: 'Time of 95 % of the calls',
        queries: [
          [
            quantile('upstream_request_duration_seconds_bucket', 'service, upstream'),
            '{{service}} → {{upstream}}',
          ],
        ],
        unit: 's',
      },
    ],
    isIn: ({ upstreams }) => upstreams,
  },
  {
    title: 'Messages',
    panels: [
      {
        title: 'Messages that were taken',
        queries: [
          [
            `sum by (service, queue, outcome) (rate(messages_consumed_total{${OF}}${RATE}))`,
            '{{service}} {{queue}} {{outcome}}',
          ],
        ],
        unit: 'reqps',
      },
      {
        title: 'Time of 95 % of the messages',
        queries: [
          [
            quantile('message_duration_seconds_bucket', 'service, queue, type'),
            '{{service}} {{queue}} {{type}}',
          ],
        ],
        unit: 's',
      },
      {
        title: 'Messages that were sent',
        queries: [
          [
            `sum by (service, type, outcome) (rate(messages_published_total{${OF}}${RATE}))`,
            '{{service}} {{type}} {{outcome}}',
          ],
        ],
        unit: 'reqps',
      },
      {
        title: 'Messages that are being handled',
        queries: [[`messages_in_progress{${OF}}`, '{{service}} {{queue}}']],
        unit: 'short',
      },
      {
        title: 'Messages in queues, dead letters among them',
        queries: [['sum by (queue) (rabbitmq_queue_messages{job="rabbitmq"})', '{{queue}}']],
        unit: 'short',
      },
    ],
    isIn: ({ messages }) => messages,
  },
  {
    title: 'Outbox',
    panels: [
      {
        title: 'Messages in an outbox that could not be sent',
        queries: [[`max_over_time(outbox_messages_left{${OF}}[1m])`, '{{service}}']],
        unit: 'short',
      },
    ],
    isIn: ({ outbox }) => outbox,
  },
  {
    title: 'Schedules',
    panels: [
      {
        title: 'Times that were due',
        queries: [
          [
            `sum by (service, schedule, outcome) (increase(schedule_runs_total{${OF}}[1h]))`,
            '{{service}} {{schedule}} {{outcome}}',
          ],
        ],
        unit: 'short',
      },
      {
        title: 'Time of 95 % of the attempts',
        queries: [
          [quantile('schedule_duration_seconds_bucket', 'service, schedule'), '{{service}} {{schedule}}'],
        ],
        unit: 's',
      },
    ],
    isIn: ({ schedules }) => schedules,
  },
  {
    title: 'Databases',
    panels: [
      {
        title: 'Connections in use',
        queries: [
          [`database_connections_in_use{${OF}}`, '{{service}}'],
          [`database_connections_max{${OF}}`, '{{service}}: at most'],
        ],
        unit: 'short',
      },
    ],
    isIn: ({ databases }) => databases,
  },
]

function quantile(metric: string, labels: string): string {
  return `histogram_quantile(0.95, sum by (${labels}, le) (rate(${metric}{${OF}}${RATE})))`
}

/** The dashboard of Grafana, as its JSON. */
export function dashboardOf(project: Project): object {
  const measured = measuredOf(project)
  return {
    uid: project.name.replaceAll('_', '-').slice(0, 40),
    title: project.title,
    tags: [project.name],
    timezone: 'browser',
    refresh: '10s',
    time: { from: 'now-30m', to: 'now' },
    schemaVersion: 41,
    editable: false,
    templating: { list: [SERVICE] },
    panels: placed(ROWS.filter(({ isIn }) => isIn === undefined || isIn(measured))),
  }
}

const SERVICE = {
  name: 'service',
  label: 'Service',
  type: 'query',
  datasource: SOURCE,
  query: { qryType: 1, query: 'label_values(up{job="services"}, service)', refId: 'services' },
  refresh: 2,
  includeAll: true,
  multi: true,
  sort: 1,
  current: { text: 'All', value: '$__all' },
}

/** Row below row, three panels beside one another. */
function placed(rows: readonly Row[]): readonly object[] {
  const panels: object[] = []
  let y = 0
  for (const { title, panels: own } of rows) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      panels: [],
    })
    y += 1
    for (const [index, panel] of own.entries()) {
      const place = { x: (index % ACROSS) * (COLUMNS / ACROSS), y: y + Math.floor(index / ACROSS) * HEIGHT }
      panels.push(chart(panels.length + 1, panel, place))
    }
    y += Math.ceil(own.length / ACROSS) * HEIGHT
  }
  return panels
}

function chart(id: number, { title, queries, unit }: Panel, { x, y }: { x: number; y: number }): object {
  return {
    id,
    type: 'timeseries',
    title,
    datasource: SOURCE,
    gridPos: { x, y, w: COLUMNS / ACROSS, h: HEIGHT },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: {
      legend: { displayMode: 'list', placement: 'bottom' },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    targets: queries.map(([expr, legendFormat], index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource: SOURCE,
      expr,
      legendFormat,
    })),
  }
}
