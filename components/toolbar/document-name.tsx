'use client'
import { Check, CircleAlert, Loader } from 'lucide-react'
import { useId } from 'react'
import { Hint } from '@/components/ui/hint'
import { readOnly } from '@/components/ui/text-input'
import { findingsAt } from '@/lib/commands/findings-at'
import { setAt } from '@/lib/commands/set-at'
import { edit, settle, useDocument, useTopology } from '@/lib/store/document'
import { useSession } from '@/lib/store/session'
import { frameTexts, saveTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'

const NAME = { part: 'project', path: ['name'] } as const

/** The name of the project, edited where it stands, and whether the design is saved. */
export function DocumentName() {
  const say = useSay()
  const name = useTopology(({ project }) => project.name)
  const locked = useDocument((document) => document.readOnly)
  const wrong = useTopology((topology) => {
    const found = findingsAt(topology, NAME).find(({ severity }) => severity === 'error')
    return found && say(found.message)
  })
  const reason = useId()
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <input
        aria-label={say(frameTexts.projectName)}
        {...readOnly(locked && say(locked))}
        value={name}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => edit(setAt(NAME, event.target.value), { merge: 'project/name' })}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={wrong === undefined ? undefined : reason}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        className="h-8 min-w-12 max-w-24 sm:max-w-64 rounded-md border border-transparent bg-transparent px-1.5 font-medium font-mono text-ink text-sm [field-sizing:content] read-only:text-quiet not-read-only:hover:border-edge focus:border-edge aria-invalid:border-error"
      />
      {wrong !== undefined && (
        <Hint words={wrong}>
          <span className="flex text-error">
            <CircleAlert className="size-3.5" aria-hidden />
            <span id={reason} className="sr-only">
              {wrong}
            </span>
          </span>
        </Hint>
      )}
      <SaveMark />
    </div>
  )
}

const STATES = {
  empty: { words: saveTexts.empty, Icon: undefined, color: '' },
  saving: { words: saveTexts.saving, Icon: Loader, color: 'text-faint' },
  saved: { words: saveTexts.saved, Icon: Check, color: 'text-faint' },
  failed: { words: saveTexts.failed, Icon: CircleAlert, color: 'text-error' },
} as const

function SaveMark() {
  const say = useSay()
  const state = useSession(({ save }) => save)
  const { words, Icon, color } = STATES[state]
  if (!Icon) return null
  return (
    <Hint words={say(words)}>
      <span
        className={`items-center gap-1 rounded px-1 text-xs sm:flex ${color} ${state === 'failed' ? 'flex' : 'hidden'}`}
        data-save={state}
      >
        <Icon className="size-3.5" aria-hidden />
        <span className={state === 'failed' ? 'sr-only sm:not-sr-only' : 'sr-only xl:not-sr-only'}>
          {say(words)}
        </span>
      </span>
    </Hint>
  )
}
