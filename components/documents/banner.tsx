import type { ReactNode } from 'react'

const LOOKS = {
  error: 'bg-error-soft text-error',
  info: 'bg-info-soft text-info',
} as const

interface BannerProps {
  readonly look: keyof typeof LOOKS
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** Something about the open design that the person has to know, over the canvas, with what can be done. */
export function Banner({ look, icon, title, children, actions }: BannerProps) {
  const [background, color] = LOOKS[look].split(' ')
  return (
    <div
      role={look === 'error' ? 'alert' : 'status'}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2 text-sm ${background}`}
    >
      <span className={color}>{icon}</span>
      <p className="min-w-50 flex-1">
        <strong className={`font-semibold ${color}`}>{title}.</strong> {children}
      </p>
      <span className="flex gap-2">{actions}</span>
    </div>
  )
}
