export { DownloadDialog } from './download-dialog'
export { FaultBanner } from './fault-banner'
export { Welcome } from './welcome'
