import type { Variable } from '../contributions'
import type { Contributor } from '../generated-file'
import { variables as observing } from '../observability/stack'
import { isWatched } from '../parts'
import { allContributions, firstOfEach } from './shared-contributions'

const HEADING =
  '# `make env` copies this file to .env and gives every variable without a value a random one.\n'

/** What a person may or must say before the project starts. */
export const envExample: Contributor = {
  id: 'env-example',
  *files(project) {
    const variables = [
      ...allContributions(project).flatMap((item) => item.variables),
      ...(isWatched(project) ? observing : []),
    ]
    const lines = firstOfEach(variables, ({ name }) => name)
    const headings = [...new Set(lines.map(({ heading }) => heading))]
    const groups = headings.map((heading) => printGroup(heading, lines))
    const content = [HEADING, ...groups].join('\n')
    yield { path: '.env.example', content, source: envExample.id, causes: [{ at: { part: 'project' } }] }
  },
}

function printGroup(heading: string, variables: readonly Variable[]): string {
  const lines = variables.filter((variable) => variable.heading === heading).map(printLine)
  return `# ${heading}\n${lines.join('')}`
}

function printLine({ name, default: value }: Variable): string {
  return value === null ? `${name}=\n` : `# ${name}=${value}\n`
}
