export { ConnectTargets } from './connect-picker'
export { Inspector } from './inspector'
