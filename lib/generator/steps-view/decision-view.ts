import { pascalCase } from '@/lib/topology/naming'
import { Code } from '../code'
import { keptLine, valueObjects } from '../entity-access/domain-view'
import type { ObjectField } from '../project'
import { domainImports, domainType } from '../python/domain-types'
import { type Literal, literalTree } from '../python/literal'
import { SAMPLE_ROWS, sampleValue } from '../python/samples'
import type { Decision } from '../steps/dictionary'
import { limitsView } from './program-view'

/** What the templates of one rule of the person's own see. */
export function decisionThing(decision: Decision, service: string) {
  const { rule, inputs, result, imports, limits, lines, decided, decidedImports } = decision
  const own = `from ${service}.domain.decisions.${rule} `
  const field = { name: 'result', type: result, required: true, label: null }
  const { parts, partImports } = valueObjects([field], service)
  const outside = [...inputs.map(({ type }) => type), result]
  const types = domainImports(outside, service).filter((line) => !line.startsWith(own))
  return {
    names: { decision: rule },
    view: {
      rule,
      stem: pascalCase(rule),
      parts,
      members: inputs.map(keptLine),
      result: domainType(result),
      typeImports: unique([...partImports.map(({ text }) => text), ...types]),
      imports: unique([...imports, ...domainImports([result], service)]),
      decided: decided.map((code) => Code.of(code)),
      decidedImports: unique(decidedImports),
      otherwise: Code.of(decided.at(-1) ?? 'None'),
      otherwiseImports: unique([
        ...decidedImports.filter((line) => names(line, decided.at(-1))),
        ...domainImports([result], service),
      ]),
      samples: literalTree(samplesOf(inputs), 0),
      limits: limitsView(limits),
      usesGiven: lines.some((line) => /\bgiven\b/.test(line)),
      lines: lines.map((line) => Code.of(line)),
    },
  }
}

/** Inputs as JSON, several times. */
function samplesOf(inputs: readonly ObjectField[]): Literal {
  return Array.from({ length: SAMPLE_ROWS }, (_, row) =>
    Object.fromEntries(inputs.map(({ name, type }) => [name, sampleValue(type, row)])),
  )
}

/** Whether a piece of code needs what a line imports. */
function names(line: string, code = ''): boolean {
  return new RegExp(`\\b${line.split(' import ')[1]}\\b`).test(code)
}

function unique(statements: readonly string[]): readonly Code[] {
  return [...new Set(statements)].map((line) => Code.of(line))
}
