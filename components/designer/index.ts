export { Designer } from './lazy-designer'
