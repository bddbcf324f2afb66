import { Mark } from '@/components/ui/mark'

/** What stands there until the design is read: the frame, in its place, so that nothing jumps. */
export function Skeleton() {
  return (
    <div className="flex h-dvh flex-col" aria-busy="true">
      <div className="flex h-12 shrink-0 items-center border-line border-b bg-surface pl-3">
        <Mark />
        <span className="sr-only">Topoforge</span>
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="hidden w-55 border-line border-r bg-surface desk:block" />
        <div className="flex-1" />
        <div className="hidden w-85 border-line border-l bg-surface desk:block" />
      </div>
      <div className="h-9 shrink-0 border-line border-t bg-surface" />
    </div>
  )
}
