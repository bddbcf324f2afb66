export { factsOf, summaryOf } from './facts'
export { RuleList } from './rule-list'
export { RulePage } from './rule-page'
