import { create } from 'zustand'
import type { Step } from '@/lib/topology/model/step'

/** The step that was copied last, to be pasted into any list. */
const useCopied = create<{ readonly step: Step | undefined }>()(() => ({ step: undefined }))

export function useCopiedStep(): Step | undefined {
  return useCopied(({ step }) => step)
}

export function copiedStep(): Step | undefined {
  return useCopied.getState().step
}

export function copyStep(step: Step): void {
  useCopied.setState({ step })
}
