import * as fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { hostileText } from '@/lib/testing/hostile-text'
import { remark } from './remark'
import { toToml } from './toml'
import { toYaml, type YamlObject } from './yaml'

const whole = hostileText.filter((text) => !/\p{Cs}/u.test(text))
const value = fc.oneof(whole, fc.integer(), fc.boolean(), fc.array(whole, { maxLength: 4 }))
const object = fc.dictionary(
  whole.filter((key) => key !== '__proto__' && key !== '<<'),
  value,
  { maxKeys: 5, noNullPrototype: true },
)

describe('TOML', () => {
  test('is read back as it was given, whatever the texts', () => {
    fc.assert(
      fc.property(object, (values) => {
        const text = toToml([{ path: ['tool', 'a.b'], values }])
        expect(parseToml(text)).toEqual({ tool: { 'a.b': values } })
      }),
    )
  })

  test('has its tables, lists and comments in the order given', () => {
    const text = toToml([
      { path: ['project'], values: { name: 'x', dependencies: [], one: ['a'], source: { workspace: true } } },
      {
        path: ['tool', 'contracts'],
        several: true,
        values: { list: remark('why', ['a', remark('b is', 'b')]) },
      },
    ])
    expect(text).toBe(`[project]
name = "x"
dependencies = []
one = ["a"]
source = { workspace = true }

[[tool.contracts]]
# why
list = [
    "a",
    # b is
    "b",
]
`)
  })
})

describe('YAML', () => {
  test.each(['1.1', '1.2'] as const)('is read back as it was given by readers of %s', (version) => {
    fc.assert(
      fc.property(object, (values) => {
        expect(parseYaml(toYaml({ values }), { version, merge: false })).toEqual({ values })
      }),
    )
  })

  test('quotes what an old reader would take for something else, and keeps comments', () => {
    const design: YamlObject = {
      name: 'finance',
      on: remark('always', { push: null, ports: ['22:22', remark('the API', '8000:8000')] }),
      empty: {},
      left: undefined,
    }
    expect(toYaml(design)).toBe(`name: finance

# always
"on":
  push:
  ports:
    - "22:22"
    # the API
    - 8000:8000

empty: {}
`)
  })
})
