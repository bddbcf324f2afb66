export { Canvas } from './canvas'
export { carryKind } from './dragged-kind'
export { viewOf } from './node-view'
