'use client'
import { Copy, Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { DesignFacts } from '@/lib/store/record'
import { designsTexts } from '@/lib/text/documents'
import { useSay } from '@/lib/text/say'
import { Thumbnail } from './thumbnail'
import { When } from './when'

interface DesignCardProps {
  readonly facts: DesignFacts
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onRename: (name: string) => void
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}

/** One design of the list: its picture opens it, the rest stands below. */
export function DesignCard({ facts, isOpen, onOpen, onRename, onDuplicate, onDelete }: DesignCardProps) {
  const say = useSay()
  const [isRenaming, setRenaming] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isRenaming) return
    if (event.key === 'F2') setRenaming(true)
    else if (event.key === 'Delete') onDelete()
    else return
    event.preventDefault()
  }
  const rename = (name: string) => {
    setRenaming(false)
    if (name !== '' && name !== facts.name) onRename(name)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside, which all have a pointer's way
    <div
      onKeyDown={onKeyDown}
      className={`flex h-full flex-col overflow-hidden rounded-lg border bg-surface ${isOpen ? 'border-accent' : 'border-line'}`}
    >
      <button
        type="button"
        data-design={facts.id}
        aria-label={say(designsTexts.open(facts.name))}
        aria-current={isOpen || undefined}
        onClick={onOpen}
        className="relative block aspect-[16/8] w-full bg-canvas p-2 outline-offset-[-2px] hover:bg-hover"
      >
        <Thumbnail portrait={facts.portrait} />
        {isOpen && (
          <span className="absolute top-1.5 right-1.5 rounded bg-accent-soft px-1.5 font-medium text-2xs text-accent">
            {say(designsTexts.isOpen)}
          </span>
        )}
      </button>
      <div className="border-line border-t px-2.5 py-1.5">
        <div className="flex h-8 items-center gap-0.5">
          {isRenaming ? (
            <NameInput name={facts.name} onDone={rename} onCancel={() => setRenaming(false)} />
          ) : (
            <span className="min-w-0 flex-1 truncate font-medium font-mono text-xs" title={facts.name}>
              {facts.name}
            </span>
          )}
          <IconButton size="small" label={say(designsTexts.rename)} onClick={() => setRenaming(true)}>
            <Pencil className="size-3.5" aria-hidden />
          </IconButton>
          <IconButton size="small" label={say(designsTexts.duplicate)} onClick={onDuplicate}>
            <Copy className="size-3.5" aria-hidden />
          </IconButton>
          <IconButton size="small" label={say(designsTexts.delete)} onClick={onDelete}>
            <Trash2 className="size-3.5" aria-hidden />
          </IconButton>
        </div>
        <DesignFigures facts={facts} />
      </div>
    </div>
  )
}

/** How much is in it, what is wrong with it, and when it was saved. */
function DesignFigures({ facts: { portrait, savedAt } }: { readonly facts: DesignFacts }) {
  const say = useSay()
  return (
    <p className="flex gap-1.5 text-2xs text-faint">
      <span>{say(designsTexts.nodes(portrait.nodes))}</span>
      {portrait.problems > 0 && (
        <span className="text-error">· {say(designsTexts.problems(portrait.problems))}</span>
      )}
      <span className="ml-auto">
        <When time={savedAt} />
      </span>
    </p>
  )
}

interface NameInputProps {
  readonly name: string
  readonly onDone: (name: string) => void
  readonly onCancel: () => void
}

function NameInput({ name, onDone, onCancel }: NameInputProps) {
  const say = useSay()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // What is typed belongs to the name, and Esc ends the renaming, not the dialog.
    event.stopPropagation()
    if (event.key === 'Enter') onDone(event.currentTarget.value.trim())
    if (event.key === 'Escape') onCancel()
  }
  return (
    <TextInput
      code
      autoFocus
      maxLength={200}
      aria-label={say(designsTexts.name)}
      defaultValue={name}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => onDone(event.target.value.trim())}
      onKeyDown={onKeyDown}
      className="!h-7 flex-1"
    />
  )
}
