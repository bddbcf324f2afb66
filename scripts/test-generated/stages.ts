import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { GeneratedFile } from '@/lib/generator/generated-file'
import type { Project } from '@/lib/generator/project'
import { type CoverageOfService, readCoverage } from './coverage'
import { type Environment, projectEnvironment } from './environment'
import { exec, type Finished } from './exec'

/** What one stage said about one project. */
export interface Outcome {
  readonly stage: string
  readonly ok: boolean
  readonly seconds: number
  /** What the person needs to see when it failed. */
  readonly detail?: string
}

/** A generated project on disk, with the packages it asked for. */
export interface Subject {
  readonly folder: string
  readonly services: readonly string[]
  readonly environment: Environment
  /** Cache of the type checker; no other project uses it at the same time. */
  readonly typeCache: string
}

/** A design as a project on disk, ready to be looked at. */
export interface Prepared {
  readonly project: Project
  readonly files: ReadonlyMap<string, GeneratedFile>
  readonly subject: Subject
}

/** Coverage that a service's unit tests have to reach with branches; the download's own gate is 80. */
const LEAST_COVERAGE = 90

/** pytest says what failed and where, and leaves out what the tests printed. */
export const BRIEF = ['--tb=short', '--show-capture=no', '--no-header', '--color=no']

interface Stage {
  readonly name: string
  readonly run: (subject: Subject) => Promise<Finished>
  /** Why output with exit code 0 is a failure all the same. */
  readonly doubt?: (output: string) => string | undefined
}

function tool(subject: Subject, name: string, args: readonly string[]): Promise<Finished> {
  return exec(join(subject.environment.bin, name), args, {
    cwd: subject.folder,
    env: projectEnvironment(subject.folder, subject.environment),
    timeoutSeconds: 900,
  })
}

const noFiles = (output: string) =>
  /No Python files found|(^|\D)0 files already formatted/.test(output) ? 'No file was looked at.' : undefined

/** Every stage that looks at the project without running it. */
const STATIC_STAGES: readonly Stage[] = [
  {
    name: 'lint',
    run: (subject) => tool(subject, 'ruff', ['check', '--no-cache', '--output-format=concise', '.']),
    doubt: noFiles,
  },
  {
    name: 'format',
    run: (subject) => tool(subject, 'ruff', ['format', '--no-cache', '--check', '--diff', '.']),
    doubt: noFiles,
  },
  {
    name: 'types',
    run: (subject) =>
      tool(subject, 'mypy', ['--strict', '--no-color-output', '--cache-dir', subject.typeCache, '.']),
    doubt: (output) =>
      /no issues found in \d+ source files?/.test(output) ? undefined : 'No file was looked at.',
  },
  {
    name: 'layers',
    run: (subject) => tool(subject, 'lint-imports', ['--no-cache']),
    doubt: (output) =>
      /Contracts: [1-9]\d* kept, 0 broken/.test(output) ? undefined : 'No contract was kept.',
  },
  {
    name: 'contracts',
    run: (subject) => tool(subject, 'python', ['scripts/export_openapi.py', '--check']),
  },
]

async function runStage(stage: Stage, subject: Subject): Promise<Outcome> {
  const { code, output, seconds } = await stage.run(subject)
  const doubt = code === 0 ? stage.doubt?.(output) : undefined
  const ok = code === 0 && doubt === undefined
  return {
    stage: stage.name,
    ok,
    seconds,
    ...(ok ? {} : { detail: [doubt, output].filter(Boolean).join('\n') }),
  }
}

export async function runStaticStages(subject: Subject): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const stage of STATIC_STAGES) outcomes.push(await runStage(stage, subject))
  return outcomes
}

/** What the project's own tests said, and how much of each service they ran. */
export interface Tested {
  readonly outcomes: readonly Outcome[]
  readonly coverage: readonly CoverageOfService[]
}

/** The project's own tests without a server, in an empty environment, warnings as errors. */
export async function runTests(subject: Subject): Promise<Tested> {
  const report = join(subject.folder, '.coverage.json')
  const args = [
    '-m',
    'pytest',
    '-q',
    '-m',
    'not integration',
    '-W',
    'error',
    '--cov',
    '--cov-branch',
    `--cov-report=json:${report}`,
  ]
  rmSync(report, { force: true })
  const tests = await runStage(
    {
      name: 'tests',
      run: () => tool(subject, 'python', [...args, '--cov-fail-under=0', ...BRIEF]),
      doubt: (output) => (/\d+ passed/.test(output) ? undefined : 'No test ran.'),
    },
    subject,
  )
  if (!tests.ok) return { outcomes: [tests], coverage: [] }
  const coverage = readCoverage(JSON.parse(readFileSync(report, 'utf8')), subject.services)
  const low = coverage.filter(({ percent }) => percent < LEAST_COVERAGE)
  const detail = low.map(({ service, percent, worst }) => `${service}: ${percent.toFixed(1)} % (${worst})`)
  const gate: Outcome = { stage: 'coverage', ok: low.length === 0, seconds: 0, detail: detail.join('\n') }
  return { outcomes: [tests, gate], coverage }
}
