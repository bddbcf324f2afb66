import { abbreviatedName } from './laws/abbreviated-name'
import { ambiguousDomain } from './laws/ambiguous-domain'
import { businessToBusinessCall } from './laws/business-to-business-call'
import { callCycle } from './laws/call-cycle'
import { crossEngineReference } from './laws/cross-engine-reference'
import { danglingReference } from './laws/dangling-reference'
import { dataApiEngineMismatch } from './laws/data-api-engine-mismatch'
import { dataApiPort } from './laws/data-api-port'
import { dataApiWithBusinessLogic } from './laws/data-api-with-business-logic'
import { dataApiWithoutDatabase } from './laws/data-api-without-database'
import { dataApiWithoutEntities } from './laws/data-api-without-entities'
import { directDatabaseAccess } from './laws/direct-database-access'
import { duplicateDataApi } from './laws/duplicate-data-api'
import { duplicateId } from './laws/duplicate-id'
import { duplicateLink } from './laws/duplicate-link'
import { duplicateName } from './laws/duplicate-name'
import { emptyDesign } from './laws/empty-design'
import { entityWithoutAccess } from './laws/entity-without-access'
import { entityWithoutFields } from './laws/entity-without-fields'
import { eventNotPastTense } from './laws/event-not-past-tense'
import { genericContext } from './laws/generic-context'
import { httpIntoNonApi } from './laws/http-into-non-api'
import { idleService } from './laws/idle-service'
import { invalidField } from './laws/invalid-field'
import { invalidIndex } from './laws/invalid-index'
import { invalidLink } from './laws/invalid-link'
import { invalidMessageName } from './laws/invalid-message-name'
import { invalidName } from './laws/invalid-name'
import { invalidResource } from './laws/invalid-resource'
import { invalidServiceName } from './laws/invalid-service-name'
import { invisibleText } from './laws/invisible-text'
import { longName } from './laws/long-name'
import { longText } from './laws/long-text'
import { mixedServiceTypes } from './laws/mixed-service-types'
import { nameTooLong } from './laws/name-too-long'
import { notGeneratedYet } from './laws/not-generated-yet'
import { portConflict } from './laws/port-conflict'
import { portOutOfRange } from './laws/port-out-of-range'
import { requiredReferenceCycle } from './laws/required-reference-cycle'
import { reservedName } from './laws/reserved-name'
import { secretInDesign } from './laws/secret-in-design'
import { severalDatabases } from './laws/several-databases'
import { sharedBotToken } from './laws/shared-bot-token'
import { sharedDatabase } from './laws/shared-database'
import { tooLarge } from './laws/too-large'
import { unconnectedService } from './laws/unconnected-service'
import { unusedDataApi } from './laws/unused-data-api'
import { versionedName } from './laws/versioned-name'
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
  invalidResource,
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
