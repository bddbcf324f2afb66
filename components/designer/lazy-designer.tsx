'use client'
import dynamic from 'next/dynamic'
import { Skeleton } from './skeleton'

/** The designer, which lives in the browser alone; its frame stands there before its scripts have come. */
export const Designer = dynamic(() => import('./designer').then((module) => module.Designer), {
  ssr: false,
  loading: () => <Skeleton />,
})
