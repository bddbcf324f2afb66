import type { YamlObject } from '../formats/yaml'
import type { Project } from '../project'
import { type Measured, measuredOf } from './measures'

interface Alert {
  readonly name: string
  /** PromQL; every metric in it is followed by a selector or a range, so that tests find it. */
  readonly expr: string
  /** For how long it has to be so. */
  readonly minutes: number
  readonly severity: 'critical' | 'warning'
  readonly summary: string
  /** What to do then, for the runbook. */
  readonly advice: string
  readonly isIn?: (measured: Measured) => boolean
}

const ALERTS: readonly Alert[] = [
  {
    name: 'ServiceDown',
    expr: 'up{job="services"} == 0',
    minutes: 1,
    severity: 'critical',
    summary: '{{ $labels.service }} does not answer Prometheus.',
    advice: 'Look at its container and the end of its log: a process that ends by itself says why.',
  },
  {
    name: 'ServiceNotReady',
    expr: 'dependency_ready{} == 0',
    minutes: 2,
    severity: 'critical',
    summary: '{{ $labels.service }} cannot work: {{ $labels.dependency }} does not answer it.',
    advice:
      '`GET /health/ready` names what does not answer; look there first. The service works again by itself.',
  },
  {
    name: 'ManyErrors',
    expr: 'sum by (service) (rate(http_requests_total{status=~"5.."}[5m])) / sum by (service) (rate(http_requests_total{}[5m])) > 0.05',
    minutes: 5,
    severity: 'critical',
    summary: 'More than 5 % of the requests to {{ $labels.service }} fail.',
    advice:
      'The dashboard says which routes; search the logs for `request_failed` and `upstream_failed`, and follow a trace id into Jaeger.',
  },
  {
    name: 'SlowAnswers',
    expr: 'histogram_quantile(0.95, sum by (service, route, le) (rate(http_request_duration_seconds_bucket{}[5m]))) > 1',
    minutes: 10,
    severity: 'warning',
    summary:
      'One in twenty requests for {{ $labels.route }} of {{ $labels.service }} takes more than a second.',
    advice:
      'Open a slow trace of the route in Jaeger: its longest part is a call, a statement or the service itself.',
  },
  {
    name: 'UpstreamUnavailable',
    expr: 'sum by (service, upstream) (rate(upstream_requests_total{outcome="unavailable"}[5m])) / sum by (service, upstream) (rate(upstream_requests_total{}[5m])) > 0.1',
    minutes: 5,
    severity: 'warning',
    summary: 'More than 10 % of what {{ $labels.service }} asks {{ $labels.upstream }} is not answered.',
    advice:
      'Look at the service that is asked: whether it runs, is ready, or is slow. Its callers answer 503 meanwhile.',
    isIn: ({ upstreams }) => upstreams,
  },
  {
    name: 'DeadLetters',
    expr: 'sum by (service, queue) (increase(messages_consumed_total{outcome=~"dead_lettered|dropped"}[15m])) > 0',
    minutes: 0,
    severity: 'warning',
    summary: '{{ $labels.service }} could not handle messages of {{ $labels.queue }}.',
    advice: 'Search the logs for `message_failed`, mend the reason, then replay the letters.',
    isIn: ({ messages }) => messages,
  },
  {
    name: 'OutboxGrowing',
    expr: 'max_over_time(outbox_messages_left{}[2m]) > 0',
    minutes: 5,
    severity: 'warning',
    summary: '{{ $labels.service }} finds messages in its outbox that it cannot send.',
    advice:
      'RabbitMQ refuses what is published, or cannot be reached. Nothing is lost; everything is sent once it can be.',
    isIn: ({ outbox }) => outbox,
  },
  {
    name: 'PoolExhausted',
    expr: 'database_connections_in_use{} / database_connections_max{} > 0.9',
    minutes: 5,
    severity: 'warning',
    summary: 'Nearly all connections of {{ $labels.service }} to its database are in use.',
    advice:
      'Statements are slow, or there are more requests than connections: look at the longest statements in Jaeger, then at `DATABASE_POOL_SIZE`.',
    isIn: ({ databases }) => databases,
  },
  {
    name: 'ScheduleFailed',
    expr: 'sum by (service, schedule) (increase(schedule_runs_total{outcome="failed"}[1h])) > 0',
    minutes: 0,
    severity: 'warning',
    summary: '{{ $labels.service }} could not do what {{ $labels.schedule }} is for.',
    advice:
      'Search the logs for `schedule_failed`. The next time is not affected; what was due is not made up for.',
    isIn: ({ schedules }) => schedules,
  },
]

/** When somebody has to look, as rules of Prometheus. */
export function alertRules(project: Project): readonly YamlObject[] {
  return alertsOf(project).map(({ name, expr, minutes, severity, summary }) => ({
    alert: name,
    expr,
    for: minutes > 0 ? `${minutes}m` : undefined,
    labels: { severity },
    annotations: { summary, runbook: `docs/runbook.md#${name.toLowerCase()}` },
  }))
}

/** The alerts that there is something to measure for. */
export function alertsOf(project: Project): readonly Alert[] {
  const measured = measuredOf(project)
  return ALERTS.filter(({ isIn }) => isIn === undefined || isIn(measured))
}
