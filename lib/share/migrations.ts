import { FORMAT_VERSION } from '@/lib/topology/model/topology'

type Plain = Readonly<Record<string, unknown>>

/** A step from one version of the format to the next, on documents that nobody has checked yet. */
interface Migration {
  readonly from: number
  readonly migrate: (document: Plain) => Plain
}

/**
 * Every step there ever was, in order, each from one version to the next. A new version of the format appends one,
 * and a document of the version before it to `fixtures/`; nothing here is ever changed or removed.
 */
export const migrations: readonly Migration[] = []

/** The document in the present version of the format. */
export function migrate(document: Plain, version: number): Plain {
  return migrations
    .filter(({ from }) => from >= version && from < FORMAT_VERSION)
    .reduce((current, step) => ({ ...step.migrate(current), topoforge: step.from + 1 }), document)
}
