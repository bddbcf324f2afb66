import { pascalCase } from '@/lib/topology/naming'
import { Code } from '../../code'
import { domainImports, domainType } from '../../python/domain-types'
import type { Decision } from '../../steps/decision'
import { limitsView } from './case-view'
import { keptLine, valueObjects } from './domain-view'

/** What the templates of one rule of the person's own see. */
export function decisionThing({ rule, inputs, result, imports, limits, lines }: Decision, service: string) {
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
      limits: limitsView(limits),
      usesGiven: lines.some((line) => /\bgiven\b/.test(line)),
      lines: lines.map((line) => Code.of(line)),
    },
  }
}

function unique(statements: readonly string[]): readonly Code[] {
  return [...new Set(statements)].map((line) => Code.of(line))
}
