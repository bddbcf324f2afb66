export { DownloadDialog } from './download-dialog'
