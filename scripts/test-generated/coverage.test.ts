import { expect, test } from 'vitest'
import { readCoverage } from './coverage'

function file(covered: number, statements: number, branches = 0) {
  return {
    summary: {
      covered_lines: covered,
      num_statements: statements,
      covered_branches: branches,
      num_branches: branches,
    },
  }
}

const report = {
  files: {
    'services/one_api/main.py': file(6, 10, 10),
    'services/one_api/tests/test_main.py': file(100, 100),
    'services/one_api_two/main.py': file(10, 10),
    'shared/src/shared/errors.py': file(9, 10),
  },
}

test('lines and branches count together, tests do not, and each service for itself', () => {
  const coverage = readCoverage(report, ['one_api', 'one_api_two'])
  expect(coverage.map(({ service, percent }) => [service, percent])).toEqual([
    ['one_api', 80],
    ['one_api_two', 100],
    ['shared', 90],
  ])
  expect(coverage[0]?.worst).toBe('services/one_api/main.py: 4 not run')
})

test('a service of which nothing was seen is not covered at all', () => {
  expect(readCoverage(report, ['another_api'])[0]).toMatchObject({ percent: 0, worst: 'no file seen' })
})
