import type { Locale } from '@/lib/topology/model/basics'
import { type ProblemStatus, STATUS_TITLES } from '../wording-problems'
import type { Operation, Response, Schema } from './document'

/** What an operation answers: one status for success, and its problems. */
export function responses(
  status: number,
  schema: Schema | null,
  problems: readonly ProblemStatus[],
  locale: Locale,
  mediaType = 'application/json',
): Operation['responses'] {
  const answer: Response = {
    description: 'Successful Response',
    ...(schema ? { content: { [mediaType]: { schema } } } : {}),
  }
  const refusals = problems.map((problem): [string, Response] => [
    String(problem),
    {
      description: STATUS_TITLES[problem][locale],
      content: { 'application/problem+json': { schema: PROBLEM } },
    },
  ])
  return { [String(status)]: answer, ...Object.fromEntries(refusals) }
}

const PROBLEM: Schema = { $ref: '#/components/schemas/Problem' }

/** The problem document, which stands in every API as pydantic alone describes it. */
export const problemSchemas: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    title: 'Problem',
    description: 'What a caller is told about a failure.',
    properties: {
      type: { type: 'string', title: 'Type' },
      title: { type: 'string', title: 'Title' },
      status: { type: 'integer', title: 'Status' },
      detail: { type: 'string', title: 'Detail' },
      instance: { type: 'string', title: 'Instance' },
      correlation_id: {
        anyOf: [{ type: 'string' }, { type: 'null' }],
        title: 'Correlation Id',
        default: null,
      },
      errors: {
        type: 'array',
        items: { $ref: '#/components/schemas/ProblemItem' },
        title: 'Errors',
        default: [],
      },
    },
    required: ['type', 'title', 'status', 'detail', 'instance'],
  },
  ProblemItem: {
    type: 'object',
    title: 'ProblemItem',
    description: 'One fault of the input.',
    properties: {
      location: {
        type: 'string',
        title: 'Location',
        enum: ['body', 'query', 'path', 'header', 'dependency'],
      },
      pointer: { type: 'string', title: 'Pointer' },
      message: { type: 'string', title: 'Message' },
    },
    required: ['location', 'pointer', 'message'],
  },
}
