export { Explore } from './explore'
