import type { Metadata } from 'next'
import { RuleList, summaryOf } from '@/components/rules'
import { rules } from '@/lib/rules/rules'

export const metadata: Metadata = { title: 'The rules · Topoforge' }

/** All rules, from their table. */
export default function Page() {
  return <RuleList rules={rules.map(summaryOf)} />
}
