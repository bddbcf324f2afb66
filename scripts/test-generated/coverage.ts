import * as z from 'zod'

/** The parts of coverage.py's JSON report that are read here. */
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      summary: z.object({
        covered_lines: z.number(),
        num_statements: z.number(),
        covered_branches: z.number(),
        num_branches: z.number(),
      }),
    }),
  ),
})

export interface CoverageOfService {
  readonly service: string
  /** Lines and branches together, as coverage.py counts its totals; tests themselves do not count. */
  readonly percent: number
  /** The file with the most that no test ran. */
  readonly worst: string
}

/** How much of each service its unit tests ran. */
export function readCoverage(report: unknown, services: readonly string[]): readonly CoverageOfService[] {
  const files = Object.entries(reportSchema.parse(report).files).map(([path, { summary }]) => ({
    path: path.replaceAll('\\', '/'),
    covered: summary.covered_lines + summary.covered_branches,
    all: summary.num_statements + summary.num_branches,
  }))
  const parts = [
    ...services.map((name) => ({ name, root: `services/${name}/` })),
    { name: 'shared', root: 'shared/' },
  ]
  return parts.map(({ name, root }) => {
    const own = files.filter(({ path }) => path.startsWith(root) && !path.includes('/tests/'))
    const all = own.reduce((sum, file) => sum + file.all, 0)
    const covered = own.reduce((sum, file) => sum + file.covered, 0)
    const worst = own.toSorted((a, b) => b.all - b.covered - (a.all - a.covered))[0]
    return {
      service: name,
      // A service of which no file was seen has not been tested at all.
      percent: all === 0 ? 0 : (100 * covered) / all,
      worst: worst ? `${worst.path}: ${worst.all - worst.covered} not run` : 'no file seen',
    }
  })
}
