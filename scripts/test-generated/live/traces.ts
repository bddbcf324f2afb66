import { ensure } from './http'
import type { LogLine } from './logs'

/** What the services of a flow have logged. */
export interface FlowLogs {
  readonly api: readonly LogLine[]
  readonly data: readonly LogLine[]
  readonly worker: readonly LogLine[]
}

/** The lines of messages that the worker has handled. */
export function handledLines(worker: readonly LogLine[]): readonly LogLine[] {
  return worker.filter(({ event }) => event === 'message_handled')
}

/**
 * Throws unless each message was handled under the correlation id and the trace of one request, whose unit the data
 * API has written in the same trace; `given` are the traces that callers have named.
 */
export function expectOneTrace({ api, data, worker }: FlowLogs, given: Iterable<string>): void {
  const requests = new Map(api.map((line) => [line.correlation_id, line.trace_id]))
  const written = new Set(data.filter(({ path }) => path === '/units').map(({ trace_id }) => trace_id))
  const traces = new Set<string | null>()
  for (const { correlation_id: id, trace_id: trace } of handledLines(worker)) {
    ensure(requests.has(id), `no request has the correlation id ${id}`)
    ensure(requests.get(id) === trace, `the request ${id} has the trace ${requests.get(id)}, not ${trace}`)
    ensure(written.has(trace), `no unit was written in the trace ${trace}`)
    ensure(!traces.has(trace), `two requests have the trace ${trace}`)
    traces.add(trace)
  }
  for (const trace of given) ensure(traces.has(trace), `the trace ${trace} of a caller has not arrived`)
}
