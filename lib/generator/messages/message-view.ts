import { screamingCase } from '@/lib/topology/naming'
import { Code } from '../code'
import { py } from '../encode/python'
import type { Thing } from '../kinds/generated-kind'
import { exchangeOf } from '../messaging-view'
import type { Message, Project } from '../project'
import { DataTypes, type Member } from '../python/data-types'
import { messageSamples } from './message-samples'

const BASE = 'shared.messaging.data'
/** What the module of every message has beside the message. */
const TAKEN = ['MessageData', 'MessageKind', 'MessagePart']

/** What stands for a message where it is published or handled: its class and its kind. */
export interface MessageNames {
  readonly module: string
  readonly className: string
  readonly kind: string
}

export function messageNames({ module, className }: Message): MessageNames {
  return { module: `shared.events.${module}`, className, kind: kindOfMessage({ module }) }
}

/** The constant that names type, exchange and version of a message: `LOAN_APPLIED_KIND`. */
function kindOfMessage({ module }: Pick<Message, 'module'>): string {
  return `${screamingCase(module)}_KIND`
}

/** The messages that reach a queue, as the templates of their modules and tests see them. */
export function messageThings(project: Project): readonly Thing[] {
  return project.messages.map((message) => messageThing(message, project))
}

function messageThing(message: Message, { context }: Project): Thing {
  const { module, name, className, type, fields, origin } = message
  const types = new MessageTypes(fields, { module: BASE, name: 'MessagePart' }, [...TAKEN, className])
  const members = fields.map((field) => types.member(field, types.typeOf(field, [field.name])))
  return {
    names: { message: module },
    view: {
      name,
      className,
      type,
      kind: kindOfMessage(message),
      module,
      exchange: exchangeOf(message, context),
      members,
      imports: types.imports(),
      blocks: types.placedBlocks(),
      ...messageSamples(fields),
    },
    origin,
  }
}

/** As types of data are written, but for what may be left out: type checkers have to see that it may. */
class MessageTypes extends DataTypes {
  override maybe(name: string, type: Code): Member {
    return { name, type: py`${type} = ${Code.of('None')}`, default: null }
  }

  /** Services have their lists as tuples. */
  protected override listOf(item: Code): Code {
    return py`tuple[${item}, ...]`
  }

  /** And JSON as their domain names it. */
  protected override json(): Code {
    this.need('from shared.messaging.data import Json')
    return Code.of('Json')
  }
}
