import { changeAt, type Place } from '@/lib/topology/at'
import type { Field } from '@/lib/topology/model/field'
import { placeholdersIn, SIMPLE_TYPES } from '@/lib/topology/route'
import type { Fix, Text } from '../../rule'
import { plain, text } from '../../words'

/** Something wrong between a path and its inputs, with the place it is shown at. */
export interface RouteFault {
  readonly place: Place
  readonly message: Text
  readonly fix?: Fix
}

interface Route {
  readonly method: string
  readonly path: string
  readonly input: readonly Field[]
}

type At = Place & { readonly path: readonly (string | number)[] }

/** Places in the path are inputs of simple types; what has no body has no objects to send. */
export function* routeFaults(place: At, { method, path, input }: Route): Generator<RouteFault> {
  const names = placeholdersIn(path)
  for (const name of new Set(names)) {
    if (names.filter((one) => one === name).length > 1) yield twice(place, name)
    const index = input.findIndex((field) => field.name === name)
    const field = input[index]
    if (!field) yield unknown(place, name)
    else yield* inPath(place, field, index)
  }
  if (method !== 'GET' && method !== 'DELETE') return
  for (const [index, field] of input.entries()) {
    if (names.includes(field.name) || SIMPLE_TYPES.has(field.type)) continue
    const what = plain(field.name)
    yield {
      place: { ...place, path: [...place.path, 'input', index] },
      message: text(
        `${method} has no body, so ${what} cannot be of type ${field.type}`,
        `У ${method} нет тела, поэтому ${what} не может быть типа ${field.type}`,
      ),
    }
  }
}

function twice(place: At, name: string): RouteFault {
  return {
    place: { ...place, path: [...place.path, 'path'] },
    message: text(`{${plain(name)}} stands twice in its path`, `{${plain(name)}} стоит в пути дважды`),
  }
}

function unknown(place: At, name: string): RouteFault {
  return {
    place: { ...place, path: [...place.path, 'path'] },
    message: text(
      `{${plain(name)}} stands in its path, but is no input`,
      `{${plain(name)}} стоит в пути, но такого входного поля нет`,
    ),
  }
}

function* inPath(place: At, field: Field, index: number): Generator<RouteFault> {
  const at: Place = { ...place, path: [...place.path, 'input', index] }
  const what = plain(field.name)
  if (!SIMPLE_TYPES.has(field.type)) {
    yield {
      place: at,
      message: text(
        `${what} stands in its path and cannot be of type ${field.type}`,
        `${what} стоит в пути и не может быть типа ${field.type}`,
      ),
    }
  } else if (field.optional) {
    yield {
      place: at,
      message: text(
        `${what} stands in its path and cannot be optional`,
        `${what} стоит в пути и не может быть необязательным`,
      ),
      fix: {
        label: text('Make it required', 'Сделать обязательным'),
        edit: changeAt({ ...at, path: [...(at.path ?? []), 'optional'] }, () => undefined),
        safe: true,
      },
    }
  }
}
