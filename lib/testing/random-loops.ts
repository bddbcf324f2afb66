import { isGeneratedStep } from '@/lib/catalog/steps'
import { changeAt } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import type { Chance } from '@/lib/topology/random/chance'
import { changeTwice } from '@/lib/topology/steps/changes-item'
import { phaseOf } from '@/lib/topology/steps/phases'
import { type Path, type StepList, stepListAt, stepListsOf } from '@/lib/topology/steps/step-lists'
import { grown } from './random-steps'

const MOST_LOOPS = 2
const MOST_STEPS = 3
/** What a loop does about an item, besides changing it. */
const ACTS: ReadonlySet<Step['step']> = new Set(['create', 'upsert', 'publish', 'email'])

/** The design in which some handlers and schedules go through what they find, and do something about each item. */
export function withRandomLoops(chance: Chance, topology: Topology): Topology {
  let design = topology
  for (const service of lookup(topology).services) {
    if (service.kind !== 'worker') continue
    for (const list of stepListsOf(service)) if (chance.flag()) design = withLoops(chance, design, list)
  }
  return design
}

/** A list that reads what it read before; its loops are all that writes in it. */
function withLoops(chance: Chance, topology: Topology, { service, path, steps }: StepList): Topology {
  const reading = steps.filter((step) => phaseOf(step) === 0 && step.step !== 'for_each')
  let design = changeAt({ part: 'node', id: service.id, path }, () => reading)(topology)
  for (let count = chance.int(1, MOST_LOOPS); count > 0; count -= 1)
    design = withLoop(chance, design, service.id, path)
  return stepsAt(design, service.id, path).some(({ step }) => step === 'for_each') ? design : topology
}

function withLoop(chance: Chance, topology: Topology, service: string, path: Path): Topology {
  const isKnown = stepsAt(topology, service, path).some(({ step }) => step === 'find')
  const found = isKnown && chance.flag() ? topology : withSearch(chance, topology, service, path)
  const looped = grown(chance, found, service, path, (type) => type === 'for_each')
  const steps = stepsAt(looped, service, path)
  const before = stepsAt(found, service, path)
  const at = steps.findIndex((step) => step.step === 'for_each' && !before.includes(step))
  const loop = steps[at]
  if (loop?.step !== 'for_each') return topology
  const inside = [...path, at, 'steps']
  // A new loop changes its items; others only do what comes in besides.
  const first = chance.flag() ? loop.steps[0] : undefined
  let design = looped
  for (let count = chance.int(1, MOST_STEPS); count > 0; count -= 1)
    design = grown(chance, design, service, inside, chance.flag(0.7) ? isAct : isMore)
  const done = changeAt({ part: 'node', id: service, path: inside }, (inner) =>
    without(inner as readonly Step[], first),
  )(design)
  return changeTwice(stepsAt(done, service, path)) ? topology : done
}

/** One more search, half of them for all there is: those surely find something. */
function withSearch(chance: Chance, topology: Topology, service: string, path: Path): Topology {
  const before = stepsAt(topology, service, path)
  const design = grown(chance, topology, service, path, (type) => type === 'find')
  if (chance.flag()) return design
  return changeAt({ part: 'node', id: service, path }, (steps) =>
    (steps as readonly Step[]).map((step) =>
      step.step === 'find' && !before.includes(step) ? { ...step, where: [] } : step,
    ),
  )(design)
}

function without(steps: readonly Step[], step: Step | undefined): readonly Step[] {
  return steps.length > 1 ? steps.filter((one) => one !== step) : steps
}

/** An item is changed once. */
function isMore(type: Step['step']): boolean {
  return isGeneratedStep(type) && type !== 'update' && type !== 'delete'
}

function isAct(type: Step['step']): boolean {
  return ACTS.has(type)
}

function stepsAt(topology: Topology, id: string, path: Path): readonly Step[] {
  const service = lookup(topology).service(id)
  return (service && stepListAt(service, path)?.steps) ?? []
}
