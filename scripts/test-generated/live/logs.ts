import * as z from 'zod'
import { ensure, Surprise } from './http'

const lineSchema = z.looseObject({
  event: z.string().optional(),
  message: z.string().optional(),
  level: z.string(),
  timestamp: z.string(),
  service: z.string(),
  correlation_id: z.string().nullable(),
  trace_id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
})

export type LogLine = z.output<typeof lineSchema>

/** Reads what a service printed; throws at the first line that is no JSON object with the agreed keys. */
export function readLog(service: string, text: string): readonly LogLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  ensure(lines.length > 0, `${service} logged nothing`)
  return lines.map((line) => {
    const parsed = lineSchema.safeParse(toJson(line))
    if (!parsed.success) throw new Surprise(`${service} printed a line that is no log entry: ${line}`)
    ensure(parsed.data.service === service, `${service} calls itself ${parsed.data.service}`)
    return parsed.data
  })
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Throws when one of these texts stands in a log. */
export function refuseSecrets(service: string, text: string, secrets: Iterable<string>): void {
  for (const secret of secrets) {
    const at = text.indexOf(secret)
    if (at >= 0) throw new Surprise(`${service} logged a secret: ${text.slice(Math.max(at - 200, 0), at)}…`)
  }
}
