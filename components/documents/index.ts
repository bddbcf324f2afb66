export { FaultBanner } from './fault-banner'
export { DocumentsDialog, HistorySheet } from './later'
export { SessionBanner } from './session-banner'
export { Welcome } from './welcome'
