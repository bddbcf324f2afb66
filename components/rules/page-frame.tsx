'use client'
import { Moon, Sun } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useEffect, useState } from 'react'
import { Mark } from '@/components/ui/mark'
import { restorePreferences, setLocale, setTheme, useView } from '@/lib/store/view'
import { rulesPageTexts } from '@/lib/text/rules-pages'
import { useSay } from '@/lib/text/say'

/** The frame of the pages about rules: the way back, and room to read. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  useEffect(restorePreferences, [])
  return (
    <div className="min-h-dvh bg-surface">
      <header className="sticky top-0 z-10 flex h-12 items-center gap-3 border-line sm:gap-4 border-b bg-surface px-4 text-sm">
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
        <Switches />
      </header>
      <main className="mx-auto max-w-180 px-5 pt-10 pb-24">{children}</main>
    </div>
  )
}

/** The other language and the other theme, each one press away. */
function Switches() {
  const say = useSay()
  const locale = useView((state) => state.locale)
  const isDark = useIsDark()
  const Icon = isDark ? Sun : Moon
  const other = locale === 'ru' ? 'en' : 'ru'
  const look =
    'flex h-8 min-w-8 items-center justify-center rounded-md text-quiet hover:bg-hover hover:text-ink'
  return (
    <div className="ml-auto flex items-center gap-1">
      <button
        type="button"
        lang={other}
        aria-label={say(rulesPageTexts.language)}
        title={say(rulesPageTexts.language)}
        onClick={() => setLocale(other)}
        className={`${look} px-2 font-medium text-xs uppercase`}
      >
        {other}
      </button>
      <button
        type="button"
        aria-label={say(isDark ? rulesPageTexts.light : rulesPageTexts.dark)}
        title={say(isDark ? rulesPageTexts.light : rulesPageTexts.dark)}
        onClick={() => setTheme(isDark ? 'light' : 'dark')}
        className={look}
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </div>
  )
}

/** Whether the page is dark now, by choice or because the machine is. */
function useIsDark(): boolean {
  const theme = useView((state) => state.theme)
  const [isSystemDark, setSystemDark] = useState(false)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => setSystemDark(query.matches)
    follow()
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return theme === 'system' ? isSystemDark : theme === 'dark'
}
