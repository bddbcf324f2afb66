'use client'
import { LayoutTemplate, MoreHorizontal } from 'lucide-react'
import { CommandItems } from '@/components/commands'
import { Button, IconButton } from '@/components/ui/button'
import { Menu, MenuChoice, MenuItem, MenuLine } from '@/components/ui/menu'
import { offeredExamples, openExample } from '@/lib/commands/designs'
import { setLocale, setTheme, type Theme, useView } from '@/lib/store/view'
import { commandTexts } from '@/lib/text/commands'
import { frameTexts } from '@/lib/text/frame'
import { useSay } from '@/lib/text/say'
import type { Locale } from '@/lib/topology/model/basics'
import { ShareButton } from './share-button'

/** What opens from the bar: examples, the link, and everything else. */
export function Menus() {
  return (
    <>
      <span className="hidden items-center gap-1 sm:flex">
        <ExamplesMenu />
        <ShareButton />
      </span>
      <MainMenu />
    </>
  )
}

/** Designs that are complete: each opens as a new document. */
function ExamplesMenu() {
  const say = useSay()
  return (
    <Menu
      className="w-84"
      trigger={
        <Button aria-label={say(commandTexts.examples)}>
          <LayoutTemplate className="size-4" aria-hidden />
          <span className="hidden lg:inline">{say(commandTexts.examples)}</span>
        </Button>
      }
    >
      {offeredExamples.map((example) => (
        <MenuItem key={example.id} onSelect={() => void openExample(example)}>
          <span className="block font-medium">{say(example.title)}</span>
          <span className="block text-faint text-xs">{say(example.description)}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}

/** Files, kept designs, looks and help: what is not needed every minute. */
function MainMenu() {
  const say = useSay()
  return (
    <Menu
      align="end"
      className="w-72"
      trigger={
        <IconButton label={say(frameTexts.more)}>
          <MoreHorizontal className="size-4" aria-hidden />
        </IconButton>
      }
    >
      <CommandItems where="main" />
      <MenuLine />
      <Looks />
    </Menu>
  )
}

function Looks() {
  const say = useSay()
  const locale = useView((view) => view.locale)
  const theme = useView((view) => view.theme)
  return (
    <>
      <MenuChoice<Locale>
        label={say(frameTexts.language)}
        value={locale}
        onChange={setLocale}
        options={[
          { value: 'en', label: 'English' },
          { value: 'ru', label: 'Русский' },
        ]}
      />
      <MenuChoice<Theme>
        label={say(frameTexts.theme)}
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: say(frameTexts.themeSystem) },
          { value: 'light', label: say(frameTexts.themeLight) },
          { value: 'dark', label: say(frameTexts.themeDark) },
        ]}
      />
    </>
  )
}
