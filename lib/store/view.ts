import { create } from 'zustand'
import type { Locale, Text } from '@/lib/topology/model/basics'

export type Theme = 'system' | 'light' | 'dark'
export type DialogName = 'help' | 'download' | 'add' | 'commands' | 'connect' | 'documents' | 'history'
/** From this width on the panels at the sides have room of their own. */
export const WIDE = '(min-width: 900px)'

export type PanelName = 'palette' | 'inspector'
export type LeftPanel = 'palette' | 'outline'

/** What the canvas can do for the rest of the page while it is there. */
export interface CanvasPort {
  /** Shows everything, however small. */
  readonly fit: () => void
  /** Shows as much as can be read at once; of a large design the part around these nodes, or where most of it is. */
  readonly look: (ids?: readonly string[]) => void
  /** Brings these nodes into view. */
  readonly show: (ids: readonly string[]) => void
  /** The place in the middle of what can be seen, in the canvas's own units. */
  readonly middle: () => { readonly x: number; readonly y: number }
  /** A place of the window in the canvas's own units. */
  readonly at: (place: { readonly x: number; readonly y: number }) => {
    readonly x: number
    readonly y: number
  }
  /** Begins a link at the node that is selected; its target is chosen next. */
  readonly connect: () => void
  /** Opens the text of a note for writing. */
  readonly editNote: (id: string) => void
  /** Takes the keyboard to the flow that is shown. */
  readonly walkFlow: () => void
  /** Opens the search over everything that has a name. */
  readonly find: () => void
}

/** A short word to the person that goes away by itself. */
export interface Notice {
  readonly text: Words
  readonly detail?: Words
  /** It tells what a person would miss for ever: it stands there until it is put away. */
  readonly stays?: true
  readonly action?: { readonly label: Words; readonly run: () => void }
}

/** A notice that stands on the page. */
export interface ShownNotice extends Notice {
  readonly id: number
  /** How often it was told while it stood there. */
  readonly times: number
}

/** A text in both languages of the interface. */
type Words = Text

/** A place in the design that a form shows: a part and the path inside it. */
export interface FieldTarget {
  readonly part: string
  readonly id?: string
  readonly path?: readonly (string | number)[]
}

/** How the page looks now; nothing of it belongs to the design. */
export interface View {
  readonly locale: Locale
  readonly theme: Theme
  readonly problemsOpen: boolean
  /** Height of the list of problems, in pixels. */
  readonly problemsHeight: number
  /** What the panel at the left shows. */
  readonly left: LeftPanel
  /** Under 900 px a panel is a sheet, and only one is open. */
  readonly sheet: PanelName | undefined
  readonly dialog: DialogName | undefined
  readonly canvas: CanvasPort | undefined
  /** The field that the inspector should move the focus to. */
  readonly focus: FieldTarget | undefined
  /** What the person was told lately, the latest last. */
  readonly notices: readonly ShownNotice[]
  /** The panel that takes the focus as soon as it is there. */
  readonly takeFocus: LeftPanel | undefined
  /** What a screen reader is told next. */
  readonly announcement: string
}

export const useView = create<View>()(() => ({
  locale: 'en',
  theme: 'system',
  problemsOpen: false,
  problemsHeight: 184,
  left: 'palette',
  sheet: undefined,
  dialog: undefined,
  canvas: undefined,
  focus: undefined,
  notices: [],
  takeFocus: undefined,
  announcement: '',
}))

export function setLocale(locale: Locale): void {
  useView.setState({ locale })
  remember('locale', locale)
  document.documentElement.lang = locale
}

export function setTheme(theme: Theme): void {
  useView.setState({ theme })
  remember('theme', theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Takes up the language, the theme and the sizes chosen earlier, or those of the browser. */
export function restorePreferences(): void {
  const locale = recall('locale') ?? navigator.language.slice(0, 2)
  useView.setState({ locale: locale === 'ru' ? 'ru' : 'en' })
  document.documentElement.lang = useView.getState().locale
  const theme = recall('theme')
  useView.setState({ theme: theme === 'light' || theme === 'dark' ? theme : 'system' })
  const height = Number(recall('problems-height'))
  if (height > 0) useView.setState({ problemsHeight: height })
}

export function openDialog(dialog: DialogName | undefined): void {
  useView.setState({ dialog })
}

export function openSheet(sheet: PanelName | undefined): void {
  useView.setState({ sheet })
}

/** Shows the palette or the outline at the left. */
export function showLeft(left: LeftPanel): void {
  useView.setState({ left })
}

export function showProblems(problemsOpen: boolean): void {
  useView.setState({ problemsOpen })
}

/** Makes the list of problems so high, now and the next time. */
export function resizeProblems(problemsHeight: number): void {
  useView.setState({ problemsHeight })
  remember('problems-height', String(problemsHeight))
}

/** So many notices stand on the page at once; the oldest makes room. */
const MOST_NOTICES = 2

let lastNotice = 0

/** Tells the person something that needs no answer. What still stands there in the same words is counted instead. */
export function tell(notice: Notice): void {
  const { notices } = useView.getState()
  const same = notices.find((one) => sameText(one.text, notice.text) && sameText(one.detail, notice.detail))
  if (!same) lastNotice += 1
  const shown = { ...notice, id: same?.id ?? lastNotice, times: (same?.times ?? 0) + 1 }
  const others = notices.filter((one) => one !== same)
  useView.setState({ notices: [...others, shown].slice(-MOST_NOTICES) })
}

/** Takes a notice away, or all of them. */
export function dismissNotice(id?: number): void {
  useView.setState(({ notices }) => ({
    notices: id === undefined ? [] : notices.filter((one) => one.id !== id),
  }))
}

function sameText(one: Words | undefined, other: Words | undefined): boolean {
  return one?.en === other?.en
}

/** Says something to a screen reader; the same words twice in a row are said twice. */
export function announce(words: string): void {
  const { announcement } = useView.getState()
  useView.setState({ announcement: announcement === words ? `${words}\u00a0` : words })
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`topoforge.${key}`, value)
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the page.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(`topoforge.${key}`)
  } catch {
    return null
  }
}
