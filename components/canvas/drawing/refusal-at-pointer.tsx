import { Wrench } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { type Verdict, verdictOn } from '@/lib/commands/connect'
import { ruleTitle } from '@/lib/commands/rule-facts'
import { useDocument } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import { useDrawing } from './drawing'
import { RefusalWords } from './refusal'

/** What a rule says about the target under the pointer, beside the pointer, and to a screen reader. */
export function RefusalAtPointer() {
  const refusal = useRefusal()
  const finding = refusal?.finding
  const say = useSay()
  const title = finding && ruleTitle(finding.rule)
  const words = finding && [title && say(title), say(finding.message)].filter(Boolean).join(' ')
  useEffect(() => {
    if (words) announce(words)
  }, [words])
  return refusal ? <Card refusal={refusal} /> : null
}

type Refusal = Extract<Verdict, { allowed: false }>

function Card({ refusal }: { readonly refusal: Refusal }) {
  const say = useSay()
  const card = usePointerFollower()
  // In the body, so that no panel lies over it.
  return createPortal(
    <div
      ref={card}
      className="pointer-events-none fixed top-0 left-0 z-50 w-76 max-w-[calc(100vw-16px)] rounded-lg bg-raised p-3 shadow-popup"
      data-testid="refusal-at-pointer"
    >
      <RefusalWords finding={refusal.finding} />
      {refusal.repair && (
        <p className="mt-2 flex items-start gap-1.5 border-line border-t pt-2 text-xs">
          <Wrench className="mt-0.5 ml-0.5 size-3 shrink-0 text-accent" aria-hidden />
          <span className="ml-0.5">
            <span className="block font-medium text-accent">{say(refusal.repair.label)}</span>
            <span className="text-faint">{say(canvasTexts.repairOnDrop)}</span>
          </span>
        </p>
      )}
    </div>,
    document.body,
  )
}

function useRefusal(): Refusal | undefined {
  const from = useDrawing((drawing) => drawing.from)
  const over = useDrawing((drawing) => drawing.over)
  return useDocument(({ history }) => {
    if (from === undefined || over === undefined || from === over) return undefined
    const verdict = verdictOn(history.present, from, over)
    return verdict.allowed ? undefined : verdict
  })
}

/** Keeps an element beside the loose end and inside the window, without drawing anything again. */
function usePointerFollower() {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const box = element.current
      if (!box) return
      const { screen } = useDrawing.getState()
      const x = Math.max(8, Math.min(screen.x + 18, innerWidth - box.offsetWidth - 8))
      const below = screen.y + 18
      const y = below + box.offsetHeight > innerHeight - 8 ? screen.y - box.offsetHeight - 18 : below
      box.style.transform = `translate(${x}px, ${Math.max(8, y)}px)`
    }
    place()
    return useDrawing.subscribe(place)
  }, [])
  return element
}
