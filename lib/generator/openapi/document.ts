import type { Json, PythonFloat } from '../formats/python-json'

/** A JSON schema as pydantic writes it: these keys and no others. */
export type Schema = {
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object'
  readonly format?: 'date' | 'date-time' | 'uuid' | 'email' | 'password'
  readonly title?: string
  readonly description?: string
  readonly default?: Json
  readonly const?: string
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: Bound
  readonly maximum?: Bound
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly additionalProperties?: false | Schema
  readonly writeOnly?: true
}

/** FastAPI turns the bounds of components into floats and leaves those of parameters alone. */
export type Bound = PythonFloat | number | bigint

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Schema
}

type Content = { readonly [mediaType: string]: { readonly schema: Schema } }

export type Response = { readonly description: string; readonly content?: Content }

export type Operation = {
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly operationId: string
  readonly security?: readonly { readonly [scheme: string]: readonly [] }[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: { readonly [status: string]: Response }
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type PathItem = { readonly [method in Method]?: Operation }

/** A token in the header `Authorization`. */
type SecurityScheme = { readonly type: 'http'; readonly scheme: 'bearer' }

/** The description of an API, in the part of OpenAPI 3.1 that FastAPI uses. */
export type OpenApi = {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: { readonly [path: string]: PathItem }
  readonly components: {
    readonly schemas: { readonly [name: string]: Schema }
    readonly securitySchemes?: { readonly [name: string]: SecurityScheme }
  }
}
