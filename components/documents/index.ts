export { FaultBanner } from './fault-banner'
export { Welcome } from './welcome'
