import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ruff } from '@/lib/testing/ruff'
import { arrangeImports } from './imports'

const PACKAGES = ['finance_lending_api', 'finance_user_data_api']
const ruff = new Ruff({
  'line-length': 100,
  'target-version': 'py311',
  lint: {
    select: ['I'],
    isort: {
      'known-first-party': PACKAGES,
      'section-order': ['future', 'standard-library', 'third-party', 'shared', 'first-party', 'local-folder'],
      sections: { shared: ['shared'] },
    },
  },
})

const KEYWORDS =
  /^(and|as|assert|async|await|break|class|def|del|elif|else|for|from|if|import|in|is|not|or|pass|try)$/
const name = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/, { size: 'max' }),
    fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,39}$/, { size: 'max' }),
    fc.stringMatching(/^[A-Z][A-Z0-9_]{0,20}$/),
    fc.constantFrom(
      'loan',
      'loan2',
      'loan10',
      'loan_item',
      'loans',
      'Loan',
      'LoanCreate',
      'L',
      'LO',
      'lo',
      'UTC',
      'u',
    ),
  )
  .filter((text) => !KEYWORDS.test(text))
const top = fc.constantFrom('asyncio', 'datetime', 'typing', 'fastapi', 'pydantic', 'shared', ...PACKAGES)
const module = fc
  .tuple(top, fc.array(fc.stringMatching(/^x[a-z0-9_]{0,30}$/), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest].join('.'))
const statement = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(module, fc.array(name, { minLength: 1, maxLength: 8 })).map(fromImport) },
  { weight: 1, arbitrary: module.map((text) => `import ${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('import datetime as dt', 'from typing import Any as Anything') },
)

function fromImport([from, names]: [string, string[]]): string {
  return `from ${from} import ${names.join(', ')}`
}

test('imports stand as ruff sorts and formats them, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 12 }), (statements) => {
      const text = arrangeImports(statements.join('\n'), new Set(PACKAGES))
      expect([text, ...ruff.check(`${text}\nx = 1\n`)]).toEqual([text])
      expect(ruff.format(text)).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('statements in parentheses and repeated names are merged', () => {
  const text = 'from b import (\n    y,\n    x,\n)\nimport re\nfrom b import x\n\nfrom a import z\n'
  expect(arrangeImports(text, new Set())).toBe('import re\n\nfrom a import z\nfrom b import x, y\n')
})

test('what is no import is refused', () => {
  expect(() => arrangeImports('x = 1', new Set())).toThrow('Not an import statement: x = 1')
})
