'use client'
import { FolderTree } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Hint } from '@/components/ui/hint'
import { Kbd } from '@/components/ui/kbd'
import { useExplore } from '@/lib/commands/explore'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById, runCommand } from '@/lib/commands/table'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'

/** Shows the files of the download, and puts them away. */
export function ExploreButton() {
  const say = useSay()
  const open = useExplore((view) => view.open)
  const command = commandById('explore')
  const [key] = command.keys
  const words = (
    <>
      {say(command.title)} {key && <Kbd>{label(key, isMac())}</Kbd>}
    </>
  )
  return (
    <Hint words={words}>
      <Button
        look={open ? 'soft' : 'outline'}
        aria-label={say(command.title)}
        aria-pressed={open}
        onClick={() => runCommand(command)}
        className="mr-1 max-sm:w-8 max-sm:px-0"
      >
        <FolderTree className="size-4" aria-hidden />
        <span className="hidden sm:inline">{say(exploreTexts.title)}</span>
      </Button>
    </Hint>
  )
}
