// Before the first paint: the theme and language chosen earlier, so that nothing flashes. Never fails.
try {
  const root = document.documentElement
  const theme = localStorage.getItem('topoforge.theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const locale = localStorage.getItem('topoforge.locale') ?? navigator.language.slice(0, 2)
  root.lang = locale === 'ru' ? 'ru' : 'en'
} catch {
  // Storage may be forbidden; the defaults stand.
}
