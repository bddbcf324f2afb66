export { CommandIcon } from './command-icon'
export { CommandItem, CommandItems } from './command-items'
