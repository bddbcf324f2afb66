import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { event, lending, queue } from '../sketch'
import { text } from '../words'

export const tooLarge: Rule = {
  id: 'too-large',
  group: 'documents',
  severity: 'error',
  title: text(
    'A design has at most 500 nodes and 2,000 links.',
    'В проекте не более 500 узлов и 2000 связей.',
  ),
  why: text(
    'Beyond that neither a person nor a browser keeps the overview.',
    'Дальше теряется обзор и у человека, и у браузера.',
  ),
  check,
  examples: {
    valid: [{ name: text('Three nodes', 'Три узла'), topology: lending() }],
    invalid: [
      {
        name: text('501 nodes', '501 узел'),
        topology: lending({
          nodes: Array.from({ length: 498 }, (_, index) => queue(`queue${index}`, ['loan-applied'])),
          messages: [event('loan.applied')],
        }),
      },
    ],
  },
}

const MOST_NODES = 500
const MOST_LINKS = 2000

function* check(look: Lookup): Generator<Finding> {
  const nodes = look.topology.nodes.length
  const links = look.topology.links.length
  if (nodes > MOST_NODES) {
    yield finding(
      `There are ${nodes} nodes; split the design, ${MOST_NODES} is the most.`,
      `Узлов ${nodes}, а можно не больше ${MOST_NODES}; разделите проект.`,
    )
  }
  if (links > MOST_LINKS) {
    yield finding(
      `There are ${links} links; split the design, ${MOST_LINKS} is the most.`,
      `Связей ${links}, а можно не больше ${MOST_LINKS}; разделите проект.`,
    )
  }
}

const finding = (en: string, ru: string): Finding => ({ message: text(en, ru), at: [{ part: 'project' }] })
