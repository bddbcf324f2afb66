'use client'
import { FilePlus2, FolderOpen, Search } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'
import { newDesign } from '@/lib/commands/designs'
import { openFile } from '@/lib/commands/files'
import { bringBackDesign, duplicateDesign, removeDesign, renameDesign } from '@/lib/store/collection'
import { useDocument } from '@/lib/store/document'
import type { DesignFacts } from '@/lib/store/record'
import { hasDatabase, openKept } from '@/lib/store/session'
import { announce, openDialog, useView } from '@/lib/store/view'
import { designsTexts } from '@/lib/text/documents'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { DesignCard } from './design-card'
import { moveFocus } from './move-focus'
import { OnlyHere } from './only-here'
import { useDesigns } from './use-designs'

/** All designs of this browser: find one, open it, tidy up. */
export function DocumentsDialog() {
  const say = useSay()
  const open = useView(({ dialog }) => dialog === 'documents')
  return (
    <Dialog
      open={open}
      onClose={() => openDialog(undefined)}
      title={say(designsTexts.title)}
      closeLabel={say(frameTexts.close)}
      className="!top-[6vh] !max-h-[88vh] !w-[min(960px,calc(100vw-24px))]"
    >
      <Collection isOpen={open} />
    </Dialog>
  )
}

function Collection({ isOpen }: { readonly isOpen: boolean }) {
  const say = useSay()
  const [words, setWords] = useState('')
  const designs = useDesigns(isOpen)
  const close = () => openDialog(undefined)
  const wanted = words.trim().toLowerCase()
  const found = designs?.kept.filter(({ name }) => name.toLowerCase().includes(wanted)) ?? []
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <span className="relative min-w-40 flex-1">
          <Search className="absolute top-2 left-2 size-4 text-faint" aria-hidden />
          <TextInput
            type="search"
            aria-label={say(designsTexts.search)}
            placeholder={say(designsTexts.search)}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={intoList}
            className="!pl-8"
          />
        </span>
        <Button look="outline" onClick={() => void [openFile(), close()]}>
          <FolderOpen className="size-4" aria-hidden />
          {say(designsTexts.openFile)}
        </Button>
        <Button look="outline" onClick={() => void [newDesign(), close()]}>
          <FilePlus2 className="size-4" aria-hidden />
          {say(designsTexts.newDesign)}
        </Button>
      </div>
      {designs && found.length === 0 && <Nothing words={words.trim()} />}
      <Grid designs={found} />
      <Deleted designs={designs?.deleted ?? []} />
      <OnlyHere />
    </>
  )
}

/** From the search, ↓ goes to the first design that was found, and Enter opens it. */
function intoList(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
  const first = document.querySelector<HTMLElement>('[data-design]')
  if (!first) return
  event.preventDefault()
  if (event.key === 'Enter') first.click()
  else first.focus()
}

function Grid({ designs }: { readonly designs: readonly DesignFacts[] }) {
  const say = useSay()
  const current = useDocument(({ id }) => id)
  if (designs.length === 0) return null
  const openOne = async (id: string) => {
    await openKept(id)
    openDialog(undefined)
  }
  const remove = async ({ id, name }: DesignFacts) => {
    if (await removeDesign(id)) announce(say(designsTexts.deleted(name)))
  }
  const onKeyDown = (event: KeyboardEvent) => moveFocus(event, '[data-design]')
  return (
    <>
      <ul
        aria-label={say(designsTexts.list)}
        onKeyDown={onKeyDown}
        className="mt-3 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3"
      >
        {designs.map((facts) => (
          <li key={facts.id}>
            <DesignCard
              facts={facts}
              isOpen={facts.id === current}
              onOpen={() => void openOne(facts.id)}
              onRename={(name) => void renameDesign(facts.id, name)}
              onDuplicate={() => void duplicateDesign(facts.id)}
              onDelete={() => void remove(facts)}
            />
          </li>
        ))}
      </ul>
      <p className="mt-2 hidden text-2xs text-faint sm:block">{say(designsTexts.keys)}</p>
    </>
  )
}

function Nothing({ words }: { readonly words: string }) {
  const say = useSay()
  const [title, hint] =
    words === ''
      ? hasDatabase()
        ? [designsTexts.nothing, designsTexts.nothingHint]
        : [designsTexts.noDatabase]
      : [designsTexts.notFound(words)]
  return (
    <div className="px-4 py-12 text-center">
      <p className="font-medium text-ink text-sm">{say(title ?? designsTexts.nothing)}</p>
      {hint && <p className="mt-1 text-quiet text-sm">{say(hint)}</p>}
    </div>
  )
}

/** Designs that were deleted lately, and the way back. */
function Deleted({ designs }: { readonly designs: readonly DesignFacts[] }) {
  const say = useSay()
  if (designs.length === 0) return null
  return (
    <section className="mt-4 rounded-lg bg-sunken px-3 py-2">
      <h3 className="font-medium text-quiet text-xs">{say(designsTexts.lately(designs.length))}</h3>
      <ul>
        {designs.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2 py-0.5">
            <span className="min-w-0 flex-1 truncate font-mono text-quiet text-xs">{name}</span>
            <Button
              look="soft"
              size="small"
              aria-label={`${say(designsTexts.undoDelete)}: ${name}`}
              onClick={() => void bringBackDesign(id)}
            >
              {say(designsTexts.undoDelete)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
