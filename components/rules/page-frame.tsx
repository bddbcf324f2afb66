'use client'
import Link from 'next/link'
import { type ReactNode, useEffect } from 'react'
import { Mark } from '@/components/ui/mark'
import { restorePreferences } from '@/lib/store/view'
import { rulesPageTexts } from '@/lib/text/rules-pages'
import { useSay } from '@/lib/text/say'

/** The frame of the pages about rules: the way back, and room to read. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  useEffect(restorePreferences, [])
  return (
    <div className="min-h-dvh bg-surface">
      <header className="sticky top-0 z-10 flex h-12 items-center gap-4 border-line border-b bg-surface px-4 text-sm">
        <Link href="/" className="flex items-center gap-2 rounded font-semibold">
          <Mark />
          Topoforge
        </Link>
        <nav className="flex gap-4 text-quiet">
          <Link href="/" className="rounded hover:text-ink hover:underline">
            {say(rulesPageTexts.designer)}
          </Link>
          <Link href="/rules" className="rounded hover:text-ink hover:underline">
            {say(rulesPageTexts.title)}
          </Link>
        </nav>
      </header>
      <main className="mx-auto max-w-180 px-5 pt-10 pb-24">{children}</main>
    </div>
  )
}
