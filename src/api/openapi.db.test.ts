import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { apiSite, makeToken } from '../../test/support/api-site.ts'
import { type Told, messageTo, policeSystem } from '../../test/support/police-system.ts'
import { apiScopes } from '../agencies/api-token.ts'
import { projectFolder } from '../platform/installation.ts'
import { examples } from './examples.ts'
import { operations } from './operations/operations.ts'

const { app, installation } = await apiSite()
const system = policeSystem(app, await makeToken(installation, 't1'))
const document = (await app.inject({ url: '/api/v1/openapi.json' })).json<Document>()

type Answers = Readonly<Record<string, { readonly $ref?: string; readonly content?: unknown }>>
type Document = {
  readonly openapi: string
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: Answers }>>>
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ $id: 'api', components: document.components })

/** Checks against a shape of the document. */
function assertFits(name: string, json: unknown): void {
  const validate: ValidateFunction | undefined = ajv.getSchema(`api#/components/schemas/${name}`)
  assert.ok(validate, `${name} is no shape of the document`)
  assert.ok(validate(json), `${name}: ${JSON.stringify(validate.errors)}\n${JSON.stringify(json)}`)
}

test('the document is an OpenAPI 3.1 document', async () => {
  const file = path.join(projectFolder, 'test/fixtures/openapi/openapi-3.1.json')
  // Where any JSON Schema may stand, the file leaves it to be said which; Ajv takes that for the whole document.
  const text = (await readFile(file, 'utf8')).replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"')
  const schema: object = JSON.parse(text) as object
  const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
  assert.ok(validate(document), JSON.stringify(validate.errors, null, 2))
  assert.match(document.openapi, /^3\.1\./)
})

test('every shape in the document is JSON Schema, and every reference in it leads somewhere', () => {
  for (const name of Object.keys(document.components.schemas))
    assert.ok(ajv.getSchema(`api#/components/schemas/${name}`))
  const all = JSON.stringify(document)
  for (const [, kind = '', name = ''] of all.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)) {
    assert.ok(Object.hasOwn(Reflect.get(document.components, kind) as object, name), `${kind} ${name}`)
  }
})

test('the document has every operation, and the server answers at each address', async () => {
  const documented = Object.entries(document.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({ address, method, operationId })),
  )
  assert.deepEqual(
    documented.map(({ operationId }) => operationId).toSorted(),
    operations.map(({ id }) => id).toSorted(),
  )
  for (const { address, method } of documented) {
    const url = `/api/v1${address.replaceAll(/\{\w+\}/g, 'x')}`
    const { statusCode } = await app.inject({ method: method === 'get' ? 'GET' : 'POST', url })
    assert.equal(statusCode, 401, `${method} ${address}`)
  }
})

test('every answer that a page of the API warns of stands in the document', () => {
  for (const [method, statuses] of [
    ['get', [200, 400, 401, 403, 404, 409, 429, 500, 503]],
    ['post', [200, 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503]],
  ] as const)
    for (const operation of Object.values(document.paths).flatMap((methods) => methods[method] ?? []))
      for (const status of statuses)
        assert.ok(Object.hasOwn(operation.responses, status), `${operation.operationId} ${status}`)
})

test('nothing is offered to a token that no operation asks for', () => {
  const asked = new Set<string>([...operations.map(({ scope }) => scope), 'duties.read'])
  assert.deepEqual(
    apiScopes.filter((scope) => !asked.has(scope)),
    [],
  )
})

test('the examples work as they stand and fit the document, and so does what is answered', async () => {
  for (const { operation, address, body } of examples) {
    const told: Told = await system.send(messageTo(address, body))
    assert.ok(told.status < 300, `${operation}: ${JSON.stringify(told.body)}`)
    const [shape] = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).filter(({ operationId }) => operationId === operation),
    )
    assertFits(requestShape(shape), body)
    assertFits('Acknowledged', told.body)
  }
  const { address } = examples[1] ?? { address: '' }
  const theCase = address.slice(0, address.lastIndexOf('/'))
  const answers = { '': 'Case', '/triage': 'Triage', '/action-plan': 'ActionPlan', '/decisions': 'Decisions' }
  for (const [end, shape] of Object.entries(answers)) assertFits(shape, (await system.read(`${theCase}${end}`)).body)
  assertFits('Happenings', (await system.read('/happenings')).body)
  assertFits('Problem', (await system.read('/cases/none')).body)
  assertFits('Problem', (await system.send(messageTo('/allegations', { colour: 'red' }))).body)
})

const requestShape = (operation: unknown): string =>
  /"requestBody":.*?schemas\/(\w+)"/.exec(JSON.stringify(operation))?.[1] ?? ''

test('the page about the API is for everybody and shows the examples', async () => {
  const page = await app.inject({ url: '/api', headers: { accept: 'text/html' } })
  assert.equal(page.statusCode, 200)
  for (const { address } of examples)
    assert.ok(page.body.includes(`POST http://localhost:3000/api/v1${address}`), address)
  for (const { summary } of operations) assert.ok(page.body.includes(summary), summary)
})
