import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, force, mayAll, officer, recordCase, reportedAt, textOf } from '../../../test/support/cases.ts'
import { addSeconds } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { suspect } from '../suspects/suspect.ts'

const site = await caseSite()
const { record } = site.installation
const browser = site.signedIn(mayAll, officer)
const id = 'RCRD2222'
await recordCase(site.installation, id)
const of = { caseId: id, reason: 'Named by the victim', force, unit: 'investigations' }
const dealtWith = { dealtWithBy: 'Investigations', crimeReference: null }
for (const number of [1, 2]) {
  const named = { type: 'NameSuspect', number, person: `${id}-S${number}`, ...of, ...dealtWith } as const
  const act = { actor: 'officer', at: reportedAt }
  await record.perform(suspect, `${id}-S${number}`, { ...named, at: reportedAt, by: 'officer' }, act)
}
const held = 25
for (let index = 0; index < held; index += 1) {
  const at = addSeconds(reportedAt, index)
  const interview = {
    type: 'RecordInterview',
    kind: 'voluntary',
    startedAt: at,
    where: `Interview room ${index + 1}.`,
    record: 'audio',
    solicitor: 'declined',
    account: 'Answered no question.',
    at,
    by: 'officer',
  } as const
  await record.perform(suspect, `${id}-S1`, interview, { actor: 'officer', at })
}

const shown = async (query = ''): Promise<string> => textOf(await browser.get(`${paths.deskCaseRecord(id)}${query}`))
/** The moments of the lines on a page, from top to bottom. */
async function momentsOn(query: string): Promise<readonly string[]> {
  const { body } = await browser.get(`${paths.deskCaseRecord(id)}${query}`)
  return [...body.matchAll(/<time[^>]* datetime="([^"]*)"/g)].map(([, moment = '']) => moment)
}

test('the head of a case has one track for each suspect, with where each stands and whose move it is', async () => {
  await record.perform(
    suspect,
    `${id}-S2`,
    { type: 'EliminateSuspect', reason: 'Was elsewhere', at: reportedAt, by: 'officer' },
    { actor: 'officer', at: reportedAt },
  )
  const { body } = await browser.get(paths.deskCase(id))
  const tracks = body.match(/<article class="fp-track">.*?<\/article>/gs)?.map((one) => textOf({ body: one })) ?? []
  assert.equal(tracks.length, 2)
  assert.match(tracks[0] ?? '', /Suspect 1 .*Whose move Investigations/)
  assert.match(tracks[1] ?? '', /Suspect 2 .*No longer a suspect/)
  assert.doesNotMatch(tracks[1] ?? '', /Whose move/)
})

test('the record is paged by 25, the latest first, and no line is lost or shown twice between pages', async () => {
  const [first, second] = [await shown(), await shown('?page=2')]
  const [above, below] = [await momentsOn(''), await momentsOn('?page=2')]
  assert.equal(above.length, 25)
  // The allegation, two suspects named, one eliminated, and every interview.
  assert.equal(above.length + below.length, held + 4)
  const all = [...above, ...below]
  assert.deepEqual(all, all.toSorted().toReversed())
  assert.equal(new Set(all).size, held)
  assert.match(second, /Allegation recorded/)
  assert.doesNotMatch(first, /Allegation recorded/)
  assert.equal(await shown('?page=99'), second)
})

test('each line leads to the part of the case that it is about, under the day on which it happened', async () => {
  const { body } = await browser.get(`${paths.deskCaseRecord(id)}?page=2`)
  const linked = [...body.matchAll(/moj-timeline__title"><a class="govuk-link" href="([^"]*)">([^<]*)/g)]
  assert.ok(linked.some(([, href, words]) => words === 'Allegation recorded' && href === paths.deskCase(id)))
  assert.ok(linked.some(([, href, words]) => words === 'Suspect 1 named' && href === paths.deskCaseSuspect(id, 1)))
  assert.equal(body.match(/<h3 class="fp-day">Tuesday 7 April 2026<\/h3>/g)?.length, 1)
})

test('a part of the record is shown alone, keeps to itself from page to page, and its number is what it shows', async () => {
  const { body } = await browser.get(`${paths.deskCaseRecord(id)}?source=suspect-1`)
  assert.match(textOf({ body }), /26 Suspect 1/)
  assert.doesNotMatch(textOf({ body }), /Allegation recorded/)
  assert.match(body, /source=suspect-1&amp;page=2/)
  const other = await shown('?source=suspect-2')
  assert.match(other, /2 Suspect 2/)
  assert.doesNotMatch(other, /interviewed/)
  assert.match(textOf({ body }), /interviewed/)
  assert.equal(await shown('?source=nonsense'), await shown())
})
