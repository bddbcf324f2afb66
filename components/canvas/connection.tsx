import { type ConnectionLineComponentProps, getBezierPath, useConnection } from '@xyflow/react'
import { Wrench } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { type Verdict, verdictOn } from '@/lib/commands/connect'
import { ruleTitle } from '@/lib/commands/rule-facts'
import { useDocument } from '@/lib/store/document'
import { announce } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import { RefusalWords } from './refusal'

/** The link while it is drawn: red over a target that a rule refuses. */
export function ConnectionLine(props: ConnectionLineComponentProps) {
  const { fromX, fromY, fromPosition, toX, toY, toPosition, connectionStatus, toNode } = props
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  })
  const refused = Boolean(toNode) && connectionStatus === 'invalid'
  const color = refused ? 'error' : 'accent'
  return (
    <path
      d={path}
      fill="none"
      stroke={`var(--color-${color})`}
      strokeWidth={2}
      strokeDasharray={refused ? '5 4' : undefined}
      markerEnd={`url(#arrow-${color})`}
    />
  )
}

/** What a rule says about the target under the pointer, beside the pointer, and to a screen reader. */
export function PointerRefusal() {
  const refusal = useRefusalUnderPointer()
  const finding = refusal?.finding
  const say = useSay()
  const card = usePointerFollower(finding !== undefined)
  const title = finding && ruleTitle(finding.rule)
  const words = finding && [title && say(title), say(finding.message)].filter(Boolean).join(' ')
  useEffect(() => {
    if (words) announce(words)
  }, [words])
  if (!finding) return null
  // In the body, so that no panel lies over it.
  return createPortal(
    <div
      ref={card}
      className="pointer-events-none fixed top-0 left-0 z-50 w-76 rounded-lg bg-raised p-3 shadow-popup"
      data-testid="refusal-at-pointer"
    >
      <RefusalWords finding={finding} />
      {refusal?.repair && (
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

function useRefusalUnderPointer(): Extract<Verdict, { allowed: false }> | undefined {
  const from = useConnection((connection) => (connection.inProgress ? connection.fromNode.id : undefined))
  const to = useConnection((connection) => (connection.inProgress ? connection.toNode?.id : undefined))
  return useDocument(({ history }) => {
    if (from === undefined || to === undefined || from === to) return undefined
    const verdict = verdictOn(history.present, from, to)
    return verdict.allowed ? undefined : verdict
  })
}

const last = { x: 0, y: 0 }

/** Keeps an element beside the pointer and inside the window, without drawing anything again. */
function usePointerFollower(shown: boolean) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = () => {
      const box = element.current
      if (!box) return
      const x = Math.min(last.x + 18, innerWidth - box.offsetWidth - 8)
      const y = Math.min(last.y + 18, innerHeight - box.offsetHeight - 8)
      box.style.transform = `translate(${x}px, ${y}px)`
    }
    const follow = (event: PointerEvent | MouseEvent) => {
      Object.assign(last, { x: event.clientX, y: event.clientY })
      place()
    }
    addEventListener('mousemove', follow)
    if (shown) place()
    return () => removeEventListener('mousemove', follow)
  }, [shown])
  return element
}
