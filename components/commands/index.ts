export { CommandIcon } from './command-icon'
export { CommandItems } from './command-items'
