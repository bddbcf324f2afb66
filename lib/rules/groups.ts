import type { RuleGroup, Text } from './rule'
import { text } from './words'

/** The titles of the groups, in the order in which rules are listed. */
export const RULE_GROUPS: Readonly<Record<RuleGroup, Text>> = {
  'data-access': text('HTTP-only data access', 'Доступ к данным только по HTTP'),
  processes: text('One event loop per process', 'Один цикл событий на процесс'),
  communication: text('Communication', 'Взаимодействие'),
  names: text('Names and fields', 'Имена и поля'),
  ports: text('Ports', 'Порты'),
  documents: text('Documents and safety', 'Документы и безопасность'),
}
