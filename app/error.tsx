'use client'
import { useEffect } from 'react'
import { isStaleCode, renew } from '@/lib/store/fresh-code'
import { brokenTexts } from '@/lib/text/documents'
import { useSay } from '@/lib/text/say'

/** What stands there when the page itself fails. A page that is out of date is loaded anew before anybody reads it. */
export default function Failed({ error }: { readonly error: Error }) {
  const say = useSay()
  useEffect(() => {
    if (isStaleCode(error)) void renew()
  }, [error])
  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div>
        <h1 className="font-semibold text-lg">{say(brokenTexts.title)}</h1>
        <p className="mt-2 text-quiet">{say(brokenTexts.hint)}</p>
        <button
          type="button"
          onClick={() => location.reload()}
          className="mt-5 h-9 rounded-md bg-accent-fill px-4 font-medium text-sm text-white hover:bg-accent-press"
        >
          {say(brokenTexts.reload)}
        </button>
      </div>
    </main>
  )
}
