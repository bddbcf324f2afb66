import { Popover } from '@base-ui/react/popover'
import { Ban, Wrench, X } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { verdictOn } from '@/lib/commands/connect'
import { ruleTitle } from '@/lib/commands/rule-facts'
import type { JudgedFinding } from '@/lib/rules/rule'
import { edit, useTopology } from '@/lib/store/document'
import { canvasTexts } from '@/lib/text/canvas'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import { forgetOutcome, type RefusedLink, useOutcome } from './outcome'

/** The law, what is wrong here, and the rule's name: the same words at the pointer and after the drop. */
export function RefusalWords({ finding }: { readonly finding: JudgedFinding }) {
  const say = useSay()
  const title = ruleTitle(finding.rule)
  return (
    <>
      <p className="flex items-start gap-2 font-semibold text-error text-sm">
        <Ban className="mt-0.5 size-3.5 shrink-0" aria-hidden />
        {title ? say(title) : say(canvasTexts.refused)}
      </p>
      <p className="mt-1 pl-5.5 text-quiet text-xs">{say(finding.message)}</p>
      <p className="mt-1 pl-5.5 font-mono text-2xs text-faint">{finding.rule}</p>
    </>
  )
}

/** After the drop: the same reason, with the repairs as buttons. */
export function Refusal() {
  const refused = useOutcome((outcome) => outcome.refused)
  const anchor = useMemo(
    () => refused && { getBoundingClientRect: () => new DOMRect(refused.screen.x, refused.screen.y, 0, 0) },
    [refused],
  )
  return (
    <Popover.Root open={refused !== undefined} onOpenChange={(open) => !open && forgetOutcome()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor ?? null}
          side="bottom"
          align="start"
          sideOffset={8}
          className="z-40"
        >
          <Popover.Popup className="w-80 animate-appear rounded-lg bg-raised p-3.5 shadow-popup outline-none">
            {refused && <RefusalBody refused={refused} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function RefusalBody({ refused }: { readonly refused: RefusedLink }) {
  const say = useSay()
  const topology = useTopology()
  const { finding, repair, from, to } = refused
  const back = verdictOn(topology, to, from)
  const apply = (change: Parameters<typeof edit>[0]) => {
    edit(change, { replace: true })
    forgetOutcome()
  }
  return (
    <section aria-label={say(canvasTexts.refused)}>
      <RefusalWords finding={finding} />
      <div className="mt-3 flex flex-wrap items-center gap-2 pl-5.5">
        {repair && <RepairButton label={say(repair.label)} onRepair={() => apply(repair.edit)} />}
        {back.allowed && (
          <Button look="outline" size="small" onClick={() => apply(back.edit)}>
            {say(canvasTexts.otherWay)}
          </Button>
        )}
        <a
          href={`/rules/${finding.rule}`}
          target="_blank"
          rel="noreferrer"
          className="rounded px-1 text-accent text-xs hover:underline"
        >
          {say(canvasTexts.ruleDetails)}
        </a>
      </div>
      <button
        type="button"
        aria-label={say(frameTexts.close)}
        onClick={forgetOutcome}
        className="absolute top-2 right-2 grid size-6 place-items-center rounded text-faint hover:bg-hover"
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </section>
  )
}

function RepairButton({ label, onRepair }: { readonly label: string; readonly onRepair: () => void }) {
  return (
    <Button
      look="filled"
      size="small"
      onClick={onRepair}
      className="h-auto min-h-7 py-1 text-left !whitespace-normal"
    >
      <Wrench className="size-3.5 shrink-0" aria-hidden />
      {label}
    </Button>
  )
}
