'use client'
import { type ComponentProps, createContext, type ReactNode, use } from 'react'

const Lock = createContext<string | undefined>(undefined)

interface LockedProps {
  /** Why nothing may be changed inside; undefined where it may. */
  readonly reason: string | undefined
  readonly children: ReactNode
}

/** Controls inside change nothing while there is a reason, look like it, and say it. */
export function Locked({ reason, children }: LockedProps) {
  return <Lock value={reason}>{children}</Lock>
}

/** Why nothing may be changed here; undefined where it may. */
export function useLock(): string | undefined {
  return use(Lock)
}

/** What a locked button still listens to: whether somebody points at it or comes to it, for its hint. */
const STILL_HEARD = /^on(Focus|Blur|Pointer(Enter|Leave|Move)|Mouse(Enter|Leave|Move))/

/** A button that changes something. Where nothing may be changed it keeps its place and its focus, and says why. */
export function EditButton(props: ComponentProps<'button'>) {
  const reason = useLock()
  if (reason === undefined) return <button type="button" {...props} />
  const kept = Object.entries(props).filter(([name]) => !/^on[A-Z]/.test(name) || STILL_HEARD.test(name))
  return (
    <button
      type="button"
      {...Object.fromEntries(kept)}
      draggable={false}
      aria-disabled
      aria-description={reason}
      title={reason}
    />
  )
}
