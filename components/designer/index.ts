export { Designer } from './designer'
