import { z } from 'zod'
import type { Json } from '../platform/record/decider.ts'
import type { Operation, Parameter } from './operation.ts'
import { problem, schemas } from './schemas.ts'

const place = (id: string): string => `#/components/schemas/${id}`

/** A schema by its name in the document; shapes without one do not stand alone in it. */
function referenceTo(schema: z.ZodType): Json {
  const id = schemas.get(schema)?.id
  if (id === undefined) throw new Error('A message or an answer has no name: give it one with named()')
  return { $ref: place(id) }
}

type JsonSchema = { readonly [name: string]: Json }

/** Every named shape as JSON Schema (draft 2020-12), the one that OpenAPI 3.1 is written in. */
function componentSchemas(): JsonSchema {
  const options = { io: 'input', uri: place, target: 'draft-2020-12' } as const
  const { schemas: written } = z.toJSONSchema(schemas, options)
  return Object.fromEntries(
    Object.entries(written).map(([id, { $id: _, $schema: __, ...schema }]) => [id, plain(schema)]),
  )
}

/** Without what only JavaScript knows. */
const plain = (schema: unknown): Json => JSON.parse(JSON.stringify(schema)) as Json

function parameterOf({ name, where, about, schema }: Parameter): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' })
  return { name, in: where, required: where === 'path', description: about, schema: plain(shape) }
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Made once for each message, and the same each time that message is sent, such as a UUID. A repeated message changes nothing and is answered as the first was.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

const failures: Readonly<Record<string, string>> = {
  400: 'The request cannot be read, or its Idempotency-Key is missing.',
  401: 'No token that works.',
  403: 'The token’s scopes do not include this.',
  404: 'There is no such thing that your agency may know of.',
  409: 'A rule said no, or what your system changed was corrected here in another way: “errors” has both values. With a Retry-After header it refers to what has not come yet: send it again later.',
  413: 'The message is too large.',
  415: 'The message is not application/json.',
  422: 'The message does not fit its description, or its key or version came with another content before.',
  429: 'Too many requests. Wait as long as the Retry-After header says.',
  500: 'Something went wrong here. It is not known whether it was recorded: send it again with the same key.',
  503: 'It is not known whether this was recorded: send it again with the same key.',
}

const failureResponses = (): Json =>
  Object.fromEntries(
    Object.entries(failures).map(([status, description]) => [
      `Problem${status}`,
      { description, content: { 'application/problem+json': { schema: referenceTo(problem) } } },
    ]),
  )

const ofReading = ['400', '401', '403', '404', '409', '429', '500', '503']

function answersOf(operation: Operation): Json {
  const done = (description: string): Json => ({
    description,
    content: { 'application/json': { schema: referenceTo(operation.answer) } },
  })
  const kept = operation.method === 'GET' ? ofReading : Object.keys(failures)
  const failed = kept.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }] as const)
  return Object.fromEntries([
    ...(operation.method === 'POST' && operation.creates ? [['201', done('Recorded.')] as const] : []),
    ['200', done(operation.method === 'GET' ? 'As asked.' : 'Recorded, or known already.')],
    ...failed,
  ])
}

const operationOf = (operation: Operation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  description: `${operation.about} Needs the scope \`${operation.scope}\`.`,
  parameters: [...operation.parameters.map(parameterOf), ...(operation.method === 'POST' ? [idempotencyKey] : [])],
  ...(operation.method === 'POST' && {
    requestBody: { required: true, content: { 'application/json': { schema: referenceTo(operation.body) } } },
  }),
  responses: answersOf(operation),
})

/** The OpenAPI 3.1 document of the API, from the same schemas that check its messages. */
export function openApiDocument(operations: readonly Operation[], url: string): Json {
  const byPath: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    byPath[operation.path] = { ...byPath[operation.path], [operation.method.toLowerCase()]: operationOf(operation) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Frankpledge',
      version: '1.0.0',
      description: 'Messages between a criminal justice area and the other systems of its agencies.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    security: [{ token: [] }],
    paths: byPath,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of your agency.' } },
      responses: failureResponses(),
      schemas: componentSchemas(),
    },
  }
}
