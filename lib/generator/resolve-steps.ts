import type { Lookup } from '@/lib/topology/lookup'
import type { BusinessApi, Service as DrawnService } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import { pascalCase } from '@/lib/topology/naming'
import { stepsOf } from '@/lib/topology/step-walk'
import type { Entity, UseCase } from './project'
import { resolveFields } from './resolve-fields'
import { byName, sentence, textIn } from './wording'

/** What is known of a design while its steps are resolved. */
export interface StepsKnown {
  readonly look: Lookup
  readonly entities: ReadonlyMap<string, Entity>
}

/** Who asks is always told: only what nobody waits for can stop without a word. */
function answered(step: Step): Step {
  if (step.step === 'for_each') return { ...step, steps: step.steps.map(answered) }
  if (step.step !== 'require' || step.otherwise === undefined) return step
  const { otherwise: _, ...rest } = step
  return rest
}

/** The entities that the steps of a service name, by name. */
export function resolveUses(service: DrawnService, { entities }: StepsKnown): readonly Entity[] {
  const ids = new Set([...stepsOf(service)].flatMap(({ entity }) => entity ?? []))
  return [...ids].flatMap((id) => entities.get(id) ?? []).sort(byName)
}

/** The entities that the steps of a service search, by name. */
export function resolveFinds(service: DrawnService, { entities }: StepsKnown): readonly Entity[] {
  const ids = new Set([...stepsOf(service)].flatMap(({ step }) => (step.step === 'find' ? step.entity : [])))
  return [...ids].flatMap((id) => entities.get(id) ?? []).sort(byName)
}

/** The entities of a data API that steps of other services search, by name. */
export function resolveSearched(dataApi: string, known: StepsKnown): readonly Entity[] {
  const found = new Set(known.look.services.flatMap((service) => resolveFinds(service, known)))
  return [...found].filter(({ service }) => service === dataApi).sort(byName)
}

export function resolveUseCases(
  { useCases = [], id }: BusinessApi,
  { look }: StepsKnown,
): readonly UseCase[] {
  const { locale } = look.topology.project
  const surroundings = { locale, entity: (entity: string) => look.entity(entity), isLater: () => false }
  return useCases
    .map(
      (useCase, index): UseCase => ({
        name: useCase.name,
        className: pascalCase(useCase.name),
        method: useCase.method,
        path: useCase.path,
        title: textIn(locale, useCase.title) ?? sentence(useCase.name),
        input: resolveFields(
          { name: useCase.name, home: `domain.inputs.${useCase.name}`, fields: useCase.input },
          surroundings,
          // What has a default may be left out, and is there all the same.
        ).map((field) => (field.default ? { ...field, required: true } : field)),
        steps: useCase.steps.map(answered),
        origin: { part: 'node', id, path: ['useCases', index] },
      }),
    )
    .sort(byName)
}
