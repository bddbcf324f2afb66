import { abbreviatedName } from './laws/abbreviated-name'
import { ambiguousDomain } from './laws/ambiguous-domain'
import { botWithoutRedis } from './laws/bot-without-redis'
import { businessToBusinessCall } from './laws/business-to-business-call'
import { callCycle } from './laws/call-cycle'
import { competingConsumers } from './laws/competing-consumers'
import { consumedByApi } from './laws/consumed-by-api'
import { consumerWithoutRedis } from './laws/consumer-without-redis'
import { crossEngineReference } from './laws/cross-engine-reference'
import { danglingReference } from './laws/dangling-reference'
import { dataApiEngineMismatch } from './laws/data-api-engine-mismatch'
import { dataApiPort } from './laws/data-api-port'
import { dataApiWithBusinessLogic } from './laws/data-api-with-business-logic'
import { dataApiWithoutDatabase } from './laws/data-api-without-database'
import { dataApiWithoutEntities } from './laws/data-api-without-entities'
import { directDatabaseAccess } from './laws/direct-database-access'
import { duplicateDataApi } from './laws/duplicate-data-api'
import { duplicateHandler } from './laws/duplicate-handler'
import { duplicateId } from './laws/duplicate-id'
import { duplicateLink } from './laws/duplicate-link'
import { duplicateName } from './laws/duplicate-name'
import { emptyDesign } from './laws/empty-design'
import { entityWithoutAccess } from './laws/entity-without-access'
import { entityWithoutFields } from './laws/entity-without-fields'
import { eventCycle } from './laws/event-cycle'
import { eventNotPastTense } from './laws/event-not-past-tense'
import { eventWithTwoOwners } from './laws/event-with-two-owners'
import { genericContext } from './laws/generic-context'
import { handlerWithoutQueue } from './laws/handler-without-queue'
import { httpIntoNonApi } from './laws/http-into-non-api'
import { idleService } from './laws/idle-service'
import { invalidCommand } from './laws/invalid-command'
import { invalidField } from './laws/invalid-field'
import { invalidIndex } from './laws/invalid-index'
import { invalidLink } from './laws/invalid-link'
import { invalidMessage } from './laws/invalid-message'
import { invalidMessageName } from './laws/invalid-message-name'
import { invalidName } from './laws/invalid-name'
import { invalidOperation } from './laws/invalid-operation'
import { invalidQueue } from './laws/invalid-queue'
import { invalidResource } from './laws/invalid-resource'
import { invalidSchedule } from './laws/invalid-schedule'
import { invalidServiceName } from './laws/invalid-service-name'
import { invalidStep } from './laws/invalid-step'
import { invalidUseCase } from './laws/invalid-use-case'
import { invisibleText } from './laws/invisible-text'
import { longName } from './laws/long-name'
import { longText } from './laws/long-text'
import { mailOutsideWorker } from './laws/mail-outside-worker'
import { messageNeverPublished } from './laws/message-never-published'
import { messageWithoutHandler } from './laws/message-without-handler'
import { messageWithoutQueue } from './laws/message-without-queue'
import { misdirectedMessage } from './laws/misdirected-message'
import { mixedServiceTypes } from './laws/mixed-service-types'
import { nameTooLong } from './laws/name-too-long'
import { notGeneratedYet } from './laws/not-generated-yet'
import { portConflict } from './laws/port-conflict'
import { portOutOfRange } from './laws/port-out-of-range'
import { queueWithoutConsumer } from './laws/queue-without-consumer'
import { queueWithoutDeadLetter } from './laws/queue-without-dead-letter'
import { queueWithoutMessage } from './laws/queue-without-message'
import { queueWithoutPublisher } from './laws/queue-without-publisher'
import { requiredReferenceCycle } from './laws/required-reference-cycle'
import { reservedName } from './laws/reserved-name'
import { rolesOnOpenApi } from './laws/roles-on-open-api'
import { secretInDesign } from './laws/secret-in-design'
import { severalDatabases } from './laws/several-databases'
import { severalRedis } from './laws/several-redis'
import { sharedBotToken } from './laws/shared-bot-token'
import { sharedDatabase } from './laws/shared-database'
import { sharedTask } from './laws/shared-task'
import { splitWrite } from './laws/split-write'
import { staleCache } from './laws/stale-cache'
import { tooLarge } from './laws/too-large'
import { unconnectedService } from './laws/unconnected-service'
import { undrawnFlow } from './laws/undrawn-flow'
import { unfitRedisUse } from './laws/unfit-redis-use'
import { unusedDataApi } from './laws/unused-data-api'
import { unusedExternal } from './laws/unused-external'
import { unusedMessage } from './laws/unused-message'
import { unusedRedis } from './laws/unused-redis'
import { versionedName } from './laws/versioned-name'
import { workerWithoutWork } from './laws/worker-without-work'
import type { DrawnRule, Rule } from './rule'

/** Every rule, one line each, in the order in which findings of equal severity are shown. */
export const rules: readonly Rule[] = [
  // HTTP-only data access
  directDatabaseAccess,
  dataApiEngineMismatch,
  dataApiWithoutDatabase,
  severalDatabases,
  duplicateDataApi,
  sharedDatabase,
  dataApiWithBusinessLogic,
  entityWithoutAccess,
  crossEngineReference,
  dataApiWithoutEntities,
  unusedDataApi,
  // One event loop, one service type per process
  mixedServiceTypes,
  httpIntoNonApi,
  sharedBotToken,
  // Communication
  invalidLink,
  duplicateLink,
  callCycle,
  businessToBusinessCall,
  consumedByApi,
  mailOutsideWorker,
  workerWithoutWork,
  queueWithoutMessage,
  invalidQueue,
  misdirectedMessage,
  invalidMessage,
  competingConsumers,
  sharedTask,
  messageWithoutQueue,
  handlerWithoutQueue,
  duplicateHandler,
  queueWithoutDeadLetter,
  consumerWithoutRedis,
  severalRedis,
  botWithoutRedis,
  staleCache,
  unfitRedisUse,
  queueWithoutPublisher,
  queueWithoutConsumer,
  messageNeverPublished,
  undrawnFlow,
  messageWithoutHandler,
  eventWithTwoOwners,
  eventCycle,
  unusedMessage,
  unusedExternal,
  unusedRedis,
  invalidResource,
  invalidStep,
  splitWrite,
  invalidUseCase,
  invalidSchedule,
  invalidCommand,
  invalidOperation,
  rolesOnOpenApi,
  idleService,
  // Names
  invalidServiceName,
  invalidName,
  invalidMessageName,
  duplicateName,
  reservedName,
  nameTooLong,
  longName,
  genericContext,
  ambiguousDomain,
  abbreviatedName,
  versionedName,
  eventNotPastTense,
  // Fields
  invalidField,
  invalidIndex,
  // Ports
  portOutOfRange,
  dataApiPort,
  portConflict,
  // Documents and safety
  duplicateId,
  danglingReference,
  entityWithoutFields,
  requiredReferenceCycle,
  secretInDesign,
  invisibleText,
  longText,
  unconnectedService,
  emptyDesign,
  tooLarge,
  notGeneratedYet,
]

/** The rules that judge designs: all but those that only code can break. */
export const drawnRules: readonly DrawnRule[] = rules.filter((rule) => rule.examples !== undefined)

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule with this id, if there is one. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id)
}
