import { Fragment, type ReactNode } from 'react'

interface SectionProps {
  readonly title?: string | undefined
  /** How many things the section lists; none is not said. */
  readonly count?: number
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A part of a form, with air and a line between it and the next. */
export function Section({ title, count = 0, action, children }: SectionProps) {
  return (
    <section className="border-line border-t px-4 py-4 first:border-t-0">
      {(title || action) && (
        <div className="mb-2.5 flex min-h-6 items-center justify-between gap-2">
          {title && (
            <h3 className="font-semibold text-ink text-xs">
              {title}
              {count > 0 && <span className="ml-1.5 font-normal text-faint tabular-nums">{count}</span>}
            </h3>
          )}
          {action}
        </div>
      )}
      <div className="flex flex-col gap-3">{children}</div>
    </section>
  )
}

/** A derived fact: shown as it will be, never edited. An address that is too long is broken at its slashes. */
export function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-3 text-xs">
      <dt className="shrink-0 text-faint">{label}</dt>
      <dd className="min-w-0 select-text text-right font-mono text-quiet [overflow-wrap:anywhere]">
        {value.split(/(?<=\/)/).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity
          <Fragment key={index}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </dd>
    </div>
  )
}
