/** What cannot be in a design without an error, with the reason; a feature or two, as patterns. */
interface Impossible {
  readonly reason: string
  readonly features: readonly [RegExp] | readonly [RegExp, RegExp]
}

const IMPOSSIBLE: readonly Impossible[] = [
  { reason: 'a design has a service', features: [/^Topology\.nodes=none$/] },
  { reason: 'a resource offers something', features: [/\.resources\.operations=none$/] },
  { reason: 'an entity and an index have a field', features: [/^Entity\.(indexes\.)?fields=none$/] },
  {
    reason: 'an enum has values and an object has fields',
    features: [/:(enum\.values|object\.fields)=none$/],
  },
  {
    reason: 'no index can be made over it',
    features: [/^Field:(text|json|secret|list|object)\.(unique|indexed)$/],
  },
  { reason: 'two values tell no rows apart', features: [/^Field:boolean\.unique$/] },
  { reason: 'it has no constants', features: [/^Field:(json|secret|object|reference)\.default$/] },
  {
    reason: 'secrets and references are fields of entities',
    features: [/^(ObjectField|FieldType):(secret|reference)\b/],
  },
  { reason: 'secrets and references are fields of entities', features: [/:list\.of=(secret|reference)$/] },
  {
    reason: 'two rows with the default would not be unique',
    features: [/^Field:.*\.unique$/, /^Field:.*\.default$/],
  },
  {
    reason: 'an enum of one value tells no rows apart',
    features: [/^Field:enum\.unique$/, /^Field:enum\.values=one$/],
  },
  { reason: 'what is required cannot be emptied', features: [/\.optional: absent$/, /\.onDelete=set_null$/] },
  {
    reason: 'a unique field is marked itself',
    features: [/^Entity\.indexes\.fields=one$/, /^Entity\.indexes\.unique$/],
  },
  { reason: 'one field has one index', features: [/^Entity\.fields=one$/, /^Entity\.indexes=several$/] },
  { reason: 'a link has two ends', features: [/^Topology\.nodes=one$/, /^Topology\.links=(one|several)$/] },
  {
    reason: 'entities are stored in a database',
    features: [/^Topology\.nodes=one$/, /^Topology\.entities=(one|several)$/],
  },
  {
    reason: 'entities are stored over a link',
    features: [/^Topology\.links=none$/, /^Topology\.entities=(one|several)$/],
  },
]

/** Whether no valid design can show this feature. */
export function isImpossible(feature: string): boolean {
  return IMPOSSIBLE.some(({ features: [one, two] }) => two === undefined && one.test(feature))
}

/** Whether no valid design can show these two in one record. */
export function areImpossible(one: string, other: string): boolean {
  return IMPOSSIBLE.some(
    ({ features: [first, second] }) =>
      second !== undefined &&
      ((first.test(one) && second.test(other)) || (first.test(other) && second.test(one))),
  )
}
