import * as z from 'zod'
import { type ListShape, shapeOf } from '@/lib/topology/shape'

/** A default that is a list, which the format knows only among other constants: as many and as long as it takes. */
export const defaultListShape = shapeOf(z.array(z.string().max(200)).max(50), 'default list') as ListShape
