import type { Metadata } from 'next'
import { Mark } from '@/components/ui/mark'
import { notFoundTexts } from '@/lib/text/frame'

export const metadata: Metadata = { title: 'Topoforge' }

/**
 * What stands at every address that has no page. It has no script of its own, since the framework gives it to every
 * page as a spare: both languages are written, and the one that was found before the first paint is shown.
 */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center bg-surface p-6 text-center">
      <div className="[html[lang=ru]_&]:hidden">
        <Words language="en" />
      </div>
      <div lang="ru" className="hidden [html[lang=ru]_&]:block">
        <Words language="ru" />
      </div>
    </main>
  )
}

function Words({ language }: { readonly language: 'en' | 'ru' }) {
  const look = 'inline-flex h-9 items-center rounded-md px-4 font-medium text-sm'
  return (
    <>
      <Mark className="mx-auto size-10" />
      <h1 className="mt-5 font-semibold text-lg">{notFoundTexts.title[language]}</h1>
      <p className="mt-2 text-quiet">{notFoundTexts.hint[language]}</p>
      <p className="mt-5 flex flex-wrap justify-center gap-2">
        <a href="/" className={`${look} bg-accent-fill text-white hover:bg-accent-press`}>
          {notFoundTexts.designer[language]}
        </a>
        <a href="/rules" className={`${look} border border-line hover:bg-hover`}>
          {notFoundTexts.rules[language]}
        </a>
      </p>
    </>
  )
}
