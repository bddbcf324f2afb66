export { Canvas, DRAGGED_KIND } from './canvas'
export { viewOf } from './node-view'
