import { describe, expect, test } from 'vitest'
import { checkTemplate } from './check-templates.mjs'

const encoders = { encoders: ['py', 'md'], blocks: ['if', 'unless', 'each', 'with'], layouts: ['imports'] }
const faultsOf = (text) => checkTemplate(text, encoders, new Set(['header']))

describe('a template is accepted', () => {
  test.each([
    'no expression at all, $ { } % included',
    '{{py name}}',
    '{{py ../service.name}} {{md @key}} {{py @root.locale}}',
    '{{py name indent=4 quote="x"}}',
    '{{#each fields}}{{py this.name}},{{else}}none{{/each}}',
    '{{#each fields as |field|}}{{#unless field.hidden}}{{py field.name}}{{/unless}}{{/each}}',
    '{{#if a}}1{{else if b}}2{{/if}}{{#with entity}}{{py name}}{{/with}}',
    '{{#imports}}from a import {{md b}}{{/imports}}',
    '{{#imports}}import re{{#if a}}, {{py a}}{{/if}}{{/imports}}',
    '{{> header}}{{> header entity title="x"}}{{!-- a remark --}}',
  ])('%s', async (text) => expect(await faultsOf(text)).toEqual([]))
})

describe('a template is refused', () => {
  test.each([
    ['{{name}}', 'goes through no encoder'],
    ['{{this.py}}', 'goes through no encoder'],
    ['{{../py name}}', 'goes through no encoder'],
    ['{{upper name}}', 'goes through no encoder'],
    ['{{lookup a b}}', 'goes through no encoder'],
    ['{{{name}}}', 'name an encoder'],
    ['{{{py name}}}', 'name an encoder'],
    ['{{&name}}', 'name an encoder'],
    ['{{py}}', 'nothing to encode'],
    ['{{py (raw name)}}', 'paths and literals only'],
    ['{{py name suffix=(raw other)}}', 'paths and literals only'],
    ['{{py [odd name]}}', 'paths and literals only'],
    ['{{#raw}}{{py a}}{{/raw}}', 'not a known block'],
    ['{{#name}}x{{/name}}', 'not a known block'],
    ['{{#if (eq a b)}}x{{/if}}', 'one plain path'],
    ['{{#if a}}{{name}}{{/if}}', 'goes through no encoder'],
    ['{{#if a}}x{{else}}{{name}}{{/if}}', 'goes through no encoder'],
    ['{{#imports a}}x{{/imports}}', 'takes no arguments'],
    ['{{#imports}}x{{else}}y{{/imports}}', 'has no else'],
    ['{{#imports}}{{name}}{{/imports}}', 'goes through no encoder'],
    ['{{> footer}}', 'not a partial'],
    ['{{> (choose name)}}', 'not a partial'],
    ['{{#> header}}x{{/header}}', 'PartialBlockStatement is not used'],
    ['{{#*inline "x"}}y{{/inline}}', 'DecoratorBlock is not used'],
    ['{{#if a}}', 'Parse error'],
  ])('%s', async (text, fault) => {
    const faults = await faultsOf(text)
    expect(faults.map(({ text: found }) => found).join('\n')).toContain(fault)
  })
})

test('a fault is told with its line', async () => {
  expect(await faultsOf('one\n{{py two}}\n{{three}}')).toMatchObject([{ line: 3 }])
})
