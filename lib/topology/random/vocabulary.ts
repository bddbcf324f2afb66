/** Words of a few trades, as people name things; every one is a good name for a field and for a part of a service. */
export const WORDS = `
  account agreement amount area asset author balance batch booking branch budget campaign cargo category channel city
  clinic comment company contract country course currency customer delivery deposit description discount doctor document
  driver employee enrollment event expense fleet flight forecast goal guest holiday hotel income inspection insurance
  inventory invoice item journey kitchen label language ledger lesson level loan location machine manager measure
  medicine meeting member menu note office offer parcel partner passenger patient payment payroll permit person phone
  plan price product project property purchase quantity question quote rating reason receipt recipe refund region
  report reservation review reward role room route salary sample schedule score season seat sensor shelf shift shop site
  skill source staff stage station status stock street student subject supplier survey target tariff task team ticket
  title topic tour trade training transfer trip unit vehicle vendor village visit visitor volume voucher warehouse
  warranty weight window worker workshop zone
`
  .trim()
  .split(/\s+/)

/** Names that mean something to Python, SQL, HTTP or a library, and have to work all the same. */
export const FIELD_TRAPS = `
  type date datetime time timedelta list filter order hash password user group select table uuid decimal enum optional
  name value values items key keys set min max sum map input print len range hex open exec eval code url host port env
  token session result query request response body data model entity client settings app router path page state offset
  end case match default check constraint null primary references desc asc column row index limit cursor none true
  user_data json_data class_name etag location sequence any all iter next hash_value text string number boolean object_id
  annotated field email secret dt uuid4 sqlalchemy fastapi pydantic httpx asyncio logging main test
`
  .trim()
  .split(/\s+/)

/** The same for entities and services. */
export const ENTITY_TRAPS = `
  order user group filter list hash password select table event task bus category box key role grant index view trigger
  transaction lock cluster window day boolean_value json_api user_data test main api_key setting domain_event import_job
  shared_item service_plan exception_report value_object entity_tag settings_page model_version class_room
`
  .trim()
  .split(/\s+/)

/** Plurals that no regular rule makes. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  staff: 'staff_members',
  status: 'statuses',
  shelf: 'shelves',
  cargo: 'cargoes',
}

export const ENUM_VALUES = `
  active blocked draft pending in_progress in-review Approved rejected cancelled A B c1 none true name value class
  self new old mro high low Medium x-large type members archived unknown
`
  .trim()
  .split(/\s+/)

/** Patterns that every regular expression engine reads alike, with texts that pass and the lengths they have. */
export const PATTERNS = [
  { pattern: '^[A-Z]{2}[0-9]{4}$', texts: ['AB1234', 'ZZ0000'], min: 6, max: 6 },
  { pattern: '^[0-9]{10}$', texts: ['7701234567', '0000000000'], min: 10, max: 10 },
  { pattern: '^[a-z0-9-]+$', texts: ['a', 'some-slug-2'], min: 1, max: 40 },
  { pattern: '^(low|high)-[0-9]{1,3}$', texts: ['low-1', 'high-200'], min: 5, max: 8 },
  { pattern: '^[а-яё ]+$', texts: ['ёлка', 'две строки'], min: 1, max: 40 },
  { pattern: '^\\+?[0-9]{7,15}$', texts: ['+79001234567', '1234567'], min: 7, max: 16 },
] as const

const PHRASES = {
  en: [
    'Customer',
    'Amount of the loan',
    'Who did it & when',
    'The "main" one',
    "Author's note",
    'Price, %',
    'Yes/No',
    'Line one — line two',
  ],
  ru: [
    'Клиент',
    'Сумма займа',
    'Кто и когда',
    '«Главный» объект',
    'Дата подписания договора',
    'Цена, %',
    'Ещё не решено',
    'Ответственный — сотрудник',
    'Счёт № 1',
  ],
} as const

/** Texts for people, in each language. */
export const TEXTS: Readonly<Record<'en' | 'ru', readonly string[]>> = PHRASES
