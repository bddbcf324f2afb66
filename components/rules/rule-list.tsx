'use client'
import Link from 'next/link'
import { RULE_GROUPS } from '@/lib/rules/groups'
import type { RuleGroup } from '@/lib/rules/rule'
import { rulesPageTexts } from '@/lib/text/rules-pages'
import { useSay } from '@/lib/text/say'
import type { RuleSummary } from './facts'
import { PageFrame } from './page-frame'
import { SeverityMark } from './severity-mark'

const GROUPS = Object.keys(RULE_GROUPS) as readonly RuleGroup[]

/** All rules by their groups: the law, and the name of the fault. */
export function RuleList({ rules }: { readonly rules: readonly RuleSummary[] }) {
  const say = useSay()
  return (
    <PageFrame>
      <h1 className="font-semibold text-2xl text-ink tracking-tight">{say(rulesPageTexts.title)}</h1>
      <p className="mt-2 text-pretty text-quiet">
        {say(rulesPageTexts.lead)} {say(rulesPageTexts.count(rules.length))}.
      </p>
      <nav aria-label={say(rulesPageTexts.groups)} className="mt-5 flex flex-wrap gap-2">
        {GROUPS.map((group) => (
          <a
            key={group}
            href={`#${group}`}
            className="rounded-full border border-line px-3 py-1 text-quiet text-xs hover:border-edge hover:text-ink"
          >
            {say(RULE_GROUPS[group])}{' '}
            <span className="text-faint">{rules.filter((rule) => rule.group === group).length}</span>
          </a>
        ))}
      </nav>
      {GROUPS.map((group) => {
        const members = rules.filter((rule) => rule.group === group)
        if (members.length === 0) return null
        return (
          <section key={group} id={group} className="mt-10 scroll-mt-16">
            <h2 className="mb-2 font-semibold text-base">{say(RULE_GROUPS[group])}</h2>
            <ul className="divide-y divide-line border-line border-y">
              {members.map(({ id, title, severity }) => (
                <li key={id}>
                  <Link
                    href={`/rules/${id}`}
                    className="-mx-2 flex items-baseline justify-between gap-4 rounded px-2 py-2.5 hover:bg-hover"
                  >
                    <span>
                      <span className="block text-ink">{say(title)}</span>
                      <span className="font-mono text-faint text-xs">{id}</span>
                    </span>
                    <SeverityMark severity={severity} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </PageFrame>
  )
}
