import type { Project, Service } from '../project'
import { cachesRows } from '../redis-uses'
import { resolveFields } from '../resolve-fields'
import type { Dictionary } from '../steps/dictionary'

/** What the steps of one service may name. */
export function dictionaryOf(project: Project, service: Service): Dictionary {
  const { locale } = project
  const { implied, systems } = service
  return {
    locale,
    caches: cachesRows(service),
    // Asked for only where steps name them: a service without steps does not depend on others' entities.
    entity: (id) => {
      const entity = project.entities.find(({ origin }) => origin.id === id)
      if (!entity) throw new Error(`Steps name ${id}, which is not there`)
      return entity
    },
    operation: (target, name) => {
      const system = systems.find(({ origin }) => origin.id === target)
      const operation = system?.operations.find((one) => one.name === name)
      if (!system || !operation) throw new Error(`Steps call ${name} of ${target}, which is not there`)
      return { system, operation }
    },
    message: (id) => {
      const message = project.messages.find(({ origin }) => origin.id === id)
      if (!message) throw new Error(`Steps publish ${id}, which no queue carries`)
      return message
    },
    implied: ({ name }, verb) => {
      const known = implied.find((one) => one.entity === name && one.verb === verb)
      return known && project.messages.find((message) => message.name === known.message)
    },
    mailServer: (id) => {
      const servers = project.services.flatMap((service) => service.mailServers)
      const server = servers.find(({ origin }) => origin.id === id)
      if (!server) throw new Error(`Steps send mail by ${id}, which is not there`)
      return server
    },
    decided: (rule, type) => {
      const field = { name: 'result', ...type }
      const [decided] = resolveFields(
        { name: rule, home: `domain.decisions.${rule}`, fields: [field] },
        { locale, entity: () => undefined, isLater: () => false },
      )
      if (!decided) throw new Error(`The rule ${rule} decides nothing`)
      return decided.type
    },
    decisions: new Map(),
  }
}
