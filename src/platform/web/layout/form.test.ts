import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateInput } from '../components/date-input/date-input.ts'
import { input } from '../components/input/input.ts'
import { radios } from '../components/radios/radios.ts'
import { accepted, csrfField, emptyForm, errorSummary, rejected } from './form.ts'

const sent = { urn: '<43A>', 'decidedOn-day': '31', kinds: ['a', 'b'], prospect: 'no', odd: { a: 1 } }
const form = rejected(sent, [
  { field: 'urn', text: 'Enter the URN' },
  { field: 'decidedOn', text: 'Enter the date', href: '#decidedOn-day' },
])

test('what was sent is shown again, escaped, beside what was wrong with it', () => {
  const markup = String(input({ name: 'urn', label: 'URN', ...form.field('urn') }))
  assert.match(markup, /value="&lt;43A&gt;"/)
  assert.match(markup, /id="urn-error"/)
  assert.match(markup, /aria-describedby="urn-error"/)
})

test('a field without an error has none, and one that was not sent is empty', () => {
  assert.deepEqual(form.field('prospect'), { value: 'no', errorMessage: undefined })
  assert.deepEqual(form.field('other'), { value: undefined, errorMessage: undefined })
  assert.doesNotMatch(String(input({ name: 'urn', ...emptyForm.field('urn') })), /value=|error/)
})

test('the choice that was made is made again', () => {
  const items = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ]
  const markup = String(radios({ name: 'prospect', legend: 'Is there?', items, ...form.field('prospect') }))
  assert.match(markup, /value="no" checked/)
  assert.doesNotMatch(markup, /value="yes" checked/)
})

test('one value or several may be sent under the name of checkboxes', () => {
  assert.deepEqual(form.choices('kinds').values, ['a', 'b'])
  assert.deepEqual(form.choices('prospect').values, ['no'])
  assert.deepEqual(form.choices('other').values, [])
})

test('what is neither words nor a number is not shown', () => {
  assert.equal(form.field('odd').value, undefined)
})

test('the parts of a date are shown again under their own names', () => {
  const markup = String(dateInput({ legend: 'When?', ...form.date('decidedOn') }))
  assert.match(markup, /id="decidedOn-day"[^>]*name="decidedOn-day"[^>]*value="31"/)
  assert.match(markup, /id="decidedOn-error"/)
})

test('the summary lists every error, and is nothing without one', () => {
  assert.equal(errorSummary([]), null)
  assert.match(String(errorSummary(form.errors)), /href="#urn"[^]*href="#decidedOn-day"/)
})

test('a parsed form holds either a command or the form to show again', () => {
  assert.deepEqual(accepted({ type: 'Charge' }), { ok: true, command: { type: 'Charge' } })
  assert.equal(form.ok, false)
})

test('a token is escaped', () => {
  assert.equal(String(csrfField('"')), '<input type="hidden" name="csrf" value="&quot;" />')
})
