'use client'
import { HardDrive } from 'lucide-react'
import { useEffect, useState } from 'react'
import { isPersisted } from '@/lib/store/persistence'
import { designsTexts } from '@/lib/text/documents'
import { useSay } from '@/lib/text/say'

/** Where the designs are, and how safe they are there. */
export function OnlyHere() {
  const say = useSay()
  const [persisted, setPersisted] = useState(false)
  useEffect(() => {
    void isPersisted().then(setPersisted)
  }, [])
  return (
    <p className="mt-4 flex items-start gap-2 text-quiet text-xs">
      <HardDrive className="mt-px size-3.5 shrink-0" aria-hidden />
      {say(persisted ? designsTexts.onlyHerePersisted : designsTexts.onlyHere)}
    </p>
  )
}
