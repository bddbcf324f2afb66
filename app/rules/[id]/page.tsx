import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { factsOf, RulePage } from '@/components/rules'
import { rules } from '@/lib/rules/rules'

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

/** Every rule has its page and nothing else has one. */
export const dynamicParams = false

export function generateStaticParams() {
  return rules.map(({ id }) => ({ id }))
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id } = await params
  return { title: `${id} · Topoforge` }
}

/** The page of one rule, made from the rule itself: its law, its reason and its examples. */
export default async function Page({ params }: PageProps) {
  const { id } = await params
  const rule = factsOf(id)
  if (!rule) notFound()
  return <RulePage rule={rule} />
}
