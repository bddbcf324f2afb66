export { Outline } from './outline'
