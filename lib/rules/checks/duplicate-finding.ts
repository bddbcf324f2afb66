import type { Edit } from '@/lib/topology/edits'
import type { Finding, Fix, Target } from '../rule'
import { plain, text } from '../words'

/** The finding about the second of two things with one name. */
export function duplicate(name: string, place: Target, other: Target | undefined, fix?: Fix): Finding {
  return {
    message: text(
      `The name ${plain(name)} is taken; choose another one.`,
      `Имя ${plain(name)} уже занято; выберите другое.`,
    ),
    at: other ? [place, other] : [place],
    ...(fix && { fix }),
  }
}

/** The repair that gives a thing another name. */
export function namedFix(name: string, edit: Edit): Fix {
  return { label: text(`Use ${plain(name)}`, `Взять ${plain(name)}`), edit, safe: true }
}
