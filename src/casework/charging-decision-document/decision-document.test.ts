import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decisionAfter,
  materialOf,
  reviewAfter,
  reviewCommands,
  reviewedAt,
} from '../../../test/support/decided-review.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { chargingReview } from '../charging-review/charging-review.ts'
import type { DecisionRecord, ThresholdTest } from '../charging-review/charging-decision.ts'
import { publicInterestKeys } from '../charging-review/the-code.ts'
import { fold } from '../../platform/record/decider.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { printedHtml } from '../../platform/documents/printed-html.ts'
import { typeset } from '../../platform/documents/typeset.ts'
import { html } from '../../platform/web/html.ts'
import { type DecisionWords, decisionBlocks, decisionDocument } from './decision-document.ts'

const words: DecisionWords = {
  heading: 'Crime 43260123456',
  suspect: 'Suspect 1',
  decidedBy: 'Robin Tester',
  office: 'Charging, CPS Thames and Chiltern',
  force: 'Thames Valley Police',
  partOf: (person) => (person.endsWith('-1') ? 'Victim' : 'Witness 1'),
  replacedBy: null,
}

const pageOf = (record: DecisionRecord, change: Partial<DecisionWords> = {}): string =>
  String(html`${printedHtml(decisionBlocks(record, { ...words, ...change }))}`)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')

const pdfOf = async (record: DecisionRecord): Promise<string> =>
  readPdf(await typeset(decisionDocument(record, words))).words

/** What a decision rests on, in the words that a document of it must hold. */
function restsOn(record: DecisionRecord): readonly string[] {
  return [
    `${record.code.instrument}, ${record.code.edition}, issued ${record.code.issuedOn}`,
    record.disclosure.effect,
    record.notes.alternatives,
    record.notes.instructions,
    ...record.notes.monitoring,
    record.role,
    ...record.charges.flatMap((charge) => [
      charge.charge.offence.title,
      charge.charge.particulars,
      charge.likelyDefence,
      charge.points?.source ?? '',
      charge.finding?.reasons ?? '',
      charge.conclusion?.reasons ?? '',
      charge.outcome?.reasons ?? '',
      ...charge.elements.flatMap((element) => [
        element.words,
        element.note,
        ...element.material.map(({ title }) => title),
      ]),
      ...Object.values(charge.questions).map((answered) => answered?.note ?? ''),
      ...publicInterestKeys.map((question) => charge.publicInterest[question]?.reasons ?? ''),
    ]),
  ]
}

test('the page and the PDF both show everything that the decision rests on', async () => {
  const record = decisionAfter({ assaultProved: false })
  const page = pageOf(record)
  const pdf = await pdfOf(record)
  const all = restsOn(record).filter(Boolean)
  assert.ok(all.length > 30)
  for (const one of all) {
    assert.ok(page.includes(one), `the page does not say: ${one}`)
    assert.ok(pdf.includes(one), `the PDF does not say: ${one}`)
  }
})

test('what was decided stands first, charge by charge, with the CPS letter only where a source has it', () => {
  const page = pageOf(decisionAfter({ assaultProved: false }))
  assert.match(page, /C1 Theft of pedal cycle \(TH68006\) Charge C2/)
  assert.match(page, /C2 Assault by beating \(CJ88116\) No further action: evidence \(CPS letter K\)/)
  assert.doesNotMatch(page, /Charge \(CPS letter/)
})

test('every page of the PDF says for whom it is: it names what may be sensitive', async () => {
  assert.match(await pdfOf(decisionAfter()), /^ ?For police and prosecutors · Charging/)
})

test('people are named by their part in the case', () => {
  const page = pageOf(decisionAfter())
  assert.match(page, /M1 Witness statement \(MG11\) of Victim: Statement on the theft/)
  assert.doesNotMatch(page, /CASE2222-/)
})

test('an element that nothing proves says none, and points that no lawyer checked say so', () => {
  const page = pageOf(decisionAfter({ assaultProved: false }))
  assert.match(page, /used force None Note on force/)
  assert.match(page, /Source: Draft for the test\. These points are unconfirmed\./)
})

test('each item of material is listed once, by number, as it stood when it was named', () => {
  const page = pageOf(decisionAfter())
  const list = page.slice(page.indexOf('Material named in this decision'))
  assert.deepEqual(
    [...list.matchAll(/\bM\d\b/g)].map(([key]) => key),
    materialOf('CASE2222').map(({ key }) => key),
  )
})

test('a decision that was replaced says by which, and one that replaces says why', () => {
  const first = reviewAfter(reviewCommands())
  const acted = { at: reviewedAt, by: 'prosecutor' }
  const again = [
    { type: 'Reconsider', ground: 'new-evidence', reasons: 'A second recording was found', ...acted },
    ...reviewCommands().slice(1),
  ] as ReturnType<typeof reviewCommands>
  let state: typeof first | null = first
  for (const command of again) state = fold(chargingReview, state, chargingReview.decide(command, state))
  const second = state?.decisions.at(-1)
  assert.equal(second?.decision, 2)
  assert.match(pageOf(first.decisions[0] ?? assert.fail(), { replacedBy: 2 }), /Decision 2 took the place of this one/)
  assert.doesNotMatch(pageOf(second), /took the place/)
  assert.match(pageOf(second), /Why decision 1 was looked at again.*A second recording was found/)
})

test('what a prosecutor wrote is text, whatever it looks like', async () => {
  const instructions = '#panic("no") <b>bold</b> *x* & "quoted"'
  const record = decisionAfter({ instructions })
  assert.ok((await pdfOf(record)).includes(instructions))
  assert.match(String(html`${printedHtml(decisionBlocks(record, words))}`), /&lt;b&gt;bold&lt;\/b&gt;/)
})

test('the Threshold Test is shown with its five conditions, what is still expected, and its dates', () => {
  const record = decisionAfter({ withAssault: false })
  const met = { met: true, reasons: 'Given for this condition' }
  const threshold: ThresholdTest = {
    at: record.decidedAt,
    by: 'prosecutor',
    setAside: null,
    bailRisk: 'Was bailed twice and did not come',
    conditions: { suspicion: met, furtherEvidence: met, seriousness: met, bail: met, publicInterest: met },
    expected: ['The whole recording', 'A second statement'],
    custodyLimit: parseLocalDate('2026-06-02'),
    reviewOn: parseLocalDate('2026-05-01'),
  }
  const charges = record.charges.map((one) => ({
    ...one,
    threshold,
    outcome: one.outcome && { ...one.outcome, test: 'threshold-test' as const },
  }))
  const page = pageOf({ ...record, charges })
  assert.match(page, /Under Threshold Test/)
  assert.match(page, /Was bailed twice and did not come/)
  assert.equal(page.split('Yes Given for this condition').length - 1, 5)
  assert.match(page, /The whole recording A second statement/)
  assert.match(page, /Full Code Test by Friday 1 May 2026 Custody time limit Tuesday 2 June 2026/)
})

test('what no longer stood at the decision says so', () => {
  const record = decisionAfter({ withAssault: false })
  const charges = record.charges.map((one) => ({
    ...one,
    finding: one.finding && { ...one.finding, setAside: 'an element was changed after it' },
  }))
  assert.match(
    pageOf({ ...record, charges }),
    /no longer stood at the decision, because an element was changed after it/,
  )
})
