import { describeMessages } from '../asyncapi/describe-messages'
import { toPythonJson } from '../formats/python-json'
import { toYaml } from '../formats/yaml'
import type { Contributor } from '../generated-file'
import { messageSchema, schemaPath } from '../messages/message-schema'
import { hasMessages } from '../parts'

const FOLDER = 'contracts'

/** What goes through queues: a schema for each message, and who sends and receives them over which exchanges. */
export const messageContracts: Contributor = {
  id: 'message-contracts',
  *files(project) {
    if (!hasMessages(project)) return
    const { queues, messages, services } = project
    const busy = services.filter(({ publishes, consumes }) => publishes.length + consumes.length > 0)
    yield {
      path: `${FOLDER}/asyncapi.yaml`,
      content: toYaml(describeMessages(project)),
      source: messageContracts.id,
      causes: [
        { part: 'project' } as const,
        ...[...queues, ...messages, ...busy].map(({ origin }) => origin),
      ].map((at) => ({ at })),
    }
    for (const message of messages) {
      yield {
        path: `${FOLDER}/${schemaPath(message)}`,
        content: `${toPythonJson(messageSchema(message))}\n`,
        source: messageContracts.id,
        causes: [{ at: message.origin }],
      }
    }
  },
}
