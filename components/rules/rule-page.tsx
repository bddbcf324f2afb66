'use client'
import { ArrowUpRight, Check, Wrench, X } from 'lucide-react'
import Link from 'next/link'
import { RULE_GROUPS } from '@/lib/rules/groups'
import type { Text } from '@/lib/rules/rule'
import { rulesPageTexts } from '@/lib/text/rules-pages'
import { useSay } from '@/lib/text/say'
import type { ExampleFacts, RuleFacts } from './facts'
import { PageFrame } from './page-frame'
import { Picture } from './picture'
import { SeverityMark } from './severity-mark'

/** One rule: its law, why it holds, designs that break it and designs that keep it. */
export function RulePage({ rule }: { readonly rule: RuleFacts }) {
  const say = useSay()
  return (
    <PageFrame>
      <p className="flex items-center gap-3 text-faint text-sm">
        <Link href="/rules" className="rounded hover:text-ink hover:underline">
          {say(RULE_GROUPS[rule.group])}
        </Link>
        <SeverityMark severity={rule.severity} />
      </p>
      <h1 className="mt-3 text-balance font-semibold text-2xl text-ink leading-8 tracking-tight">
        {say(rule.title)}
      </h1>
      <p className="mt-2 font-mono text-faint text-sm">{rule.id}</p>
      <h2 className="mt-8 font-semibold text-base">{say(rulesPageTexts.why)}</h2>
      <p className="mt-1 text-pretty text-quiet">{say(rule.why)}</p>
      {rule.because && (
        <p className="mt-4 rounded-lg border border-line bg-canvas px-4 py-3 text-pretty text-quiet text-sm">
          {say(rule.because)}
        </p>
      )}
      <Examples title={rulesPageTexts.breaks} examples={rule.invalid} />
      <Examples title={rulesPageTexts.keeps} examples={rule.valid} good />
    </PageFrame>
  )
}

interface ExamplesProps {
  readonly title: Text
  readonly examples: readonly ExampleFacts[]
  readonly good?: boolean
}

function Examples({ title, examples, good = false }: ExamplesProps) {
  const say = useSay()
  const Icon = good ? Check : X
  return (
    <section className="mt-10">
      <h2 className="mb-3 flex items-center gap-2 font-semibold text-base">
        <Icon className={good ? 'size-4 text-ok' : 'size-4 text-error'} aria-hidden />
        {say(title)}
      </h2>
      <div className="space-y-4">
        {examples.map((example) => (
          <Example key={example.name.en} example={example} />
        ))}
      </div>
    </section>
  )
}

function Example({ example }: { readonly example: ExampleFacts }) {
  const say = useSay()
  const { name, drawing, code, link, findings } = example
  return (
    <article className="overflow-hidden rounded-xl border border-line">
      <div className="flex items-start justify-between gap-4 px-4 py-2.5">
        <h3 className="text-ink text-sm">{say(name)}</h3>
        {link && (
          <a
            href={link}
            className="flex shrink-0 items-center gap-1 rounded text-accent text-xs hover:underline"
          >
            {say(rulesPageTexts.open)}
            <ArrowUpRight className="size-3" aria-hidden />
          </a>
        )}
      </div>
      {code && (
        <pre className="whitespace-pre-wrap bg-canvas px-4 py-4 font-mono text-ink text-xs leading-5">
          {code}
        </pre>
      )}
      {drawing && drawing.boxes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is moved with the keyboard too
        <section tabIndex={0} aria-label={say(name)} className="flex overflow-x-auto bg-canvas px-4 py-5">
          <Picture drawing={drawing} label={say(name)} />
        </section>
      )}
      {findings.length > 0 && (
        <ul className="space-y-1.5 border-line border-t px-4 py-3 text-sm">
          {findings.map(({ message, fix }) => (
            <li key={message.en}>
              <span className="text-error">{say(message)}</span>
              {fix && (
                <span className="mt-0.5 flex items-start gap-1.5 text-quiet text-xs">
                  <Wrench className="mt-0.5 size-3 shrink-0" aria-hidden />
                  {say(rulesPageTexts.repair)}: {say(fix)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
