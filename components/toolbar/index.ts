export { Mark } from './mark'
export { TopBar } from './top-bar'
