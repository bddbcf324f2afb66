'use client'
import { useEffect } from 'react'
import { Toaster, toast } from 'sonner'
import { useView } from '@/lib/store/view'
import { useSay } from '@/lib/text/say'

/** Short words that go away by themselves, at the foot of the page. */
export function Notices() {
  const say = useSay()
  const notice = useView((view) => view.notice)
  const theme = useView((view) => view.theme)
  const dialog = useView((view) => view.dialog)
  useEffect(() => {
    // What was told about the page before lies over what is opened now.
    if (dialog) toast.dismiss()
  }, [dialog])
  useEffect(() => {
    if (!notice) return
    const { text, detail, action } = notice
    toast(say(text), {
      ...(detail ? { description: say(detail) } : {}),
      ...(action ? { action: { label: say(action.label), onClick: action.run }, duration: 10_000 } : {}),
    })
    useView.setState({ notice: undefined })
  }, [notice, say])
  return (
    <Toaster
      theme={theme}
      position="top-center"
      offset={{ top: 60 }}
      mobileOffset={{ top: 60 }}
      toastOptions={{
        style: {
          background: 'var(--color-raised)',
          color: 'var(--color-ink)',
          border: '1px solid var(--color-line)',
          fontFamily: 'var(--font-sans)',
        },
        classNames: { description: '!text-quiet', actionButton: '!bg-accent-fill !text-white' },
      }}
    />
  )
}
