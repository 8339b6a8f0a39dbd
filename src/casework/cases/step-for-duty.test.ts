import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { authorityOf, fixedDate } from '../../duties/rules.ts'
import { paths } from '../../paths.ts'
import type { TrackState } from '../suspects/track.ts'
import { stepForDuty } from './step-for-duty.ts'

const force = 'thames-valley-police'
const cps = 'cps-thames-and-chiltern'
const caseId = 'CASE2222'
const page = '/desk/cases/CASE2222'

function owed(kind: string, key: string, stream: string, agency = force): SeenDuty {
  return {
    id: key,
    stream,
    key,
    kind,
    what: 'Do what is owed',
    about: { text: 'Case', path: `${page}/where-it-stands` },
    owedBy: { agency, name: agency },
    owedTo: { name: 'Somebody' },
    startedOn: parseLocalDate('2026-04-01'),
    dueOn: parseLocalDate('2026-04-02'),
    dueAt: parseInstant('2026-04-02T22:59:59.999Z'),
    metAt: null,
    waived: null,
    authority: authorityOf(fixedDate),
    working: { steps: [], counted: 'nothing', notCounted: [] },
    public: false,
    earlierDates: [],
  }
}

const held = { account: 'one', unit: '' }
const police = { ...held, agency: force, permissions: ['suspect.record', 'material.record', 'case.record'] }
const prosecutor = { ...held, agency: cps, permissions: ['charging.decide', 'charging.advise'] }
const suspectIn = (track: TrackState) => [{ number: 1, track }]

const step = (duty: SeenDuty, viewer = police, track: TrackState = 'in-custody') =>
  stepForDuty(duty, caseId, suspectIn(track), viewer)

const line = owed('line-of-inquiry', 'line-1', 'investigation/CASE2222')
const material = owed('material', 'M13-1', 'material/CASE2222')
const review = owed('police-detention', 'detention-review-1-1', 'suspect/CASE2222-S1')
const bail = owed('pre-charge-bail', 'bail-1', 'suspect/CASE2222-S1')
const tell = owed('victim-notice', 'tell-victim-1', 'suspect/CASE2222-S1')
const tellOfReview = owed('victim-notice', 'tell-victim-1', 'charging-review/CASE2222-S1', cps)
const advice = owed('early-advice', 'advice-1', 'referral/CASE2222', cps)

test('what is owed leads to where it is done', () => {
  assert.deepEqual(step(line), { text: 'Do what is owed', href: `${page}/where-it-stands` })
  assert.deepEqual(step(material), { text: 'Do what is owed', href: `${page}/where-it-stands` })
  assert.deepEqual(step(review), { text: 'Do what is owed', href: `${page}/suspects/1/review` })
  assert.deepEqual(step(bail), { text: 'Go to suspect 1', href: `${page}/suspects/1` })
  assert.equal(step(tell)?.href, `${page}/suspects/1/tell-victim.tell-victim-1`)
  assert.equal(step(tellOfReview, prosecutor)?.href, paths.deskCaseReviewNotice(caseId, 1, 'tell-victim-1'))
  assert.equal(step(advice, prosecutor)?.href, `${page}/where-it-stands`)
})

test('whoever is still detained when nothing more is done against them is released, not reviewed', () => {
  const { text, href } = step(review, police, 'no-further-action-evidential') ?? {}
  assert.deepEqual([text, href], ['Record the release of suspect 1', `${page}/suspects/1/release`])
})

test('what another agency owes, and what the viewer may not do, is no step of theirs', () => {
  for (const duty of [line, material, review, bail, tell]) assert.equal(step(duty, prosecutor), null, duty.key)
  for (const duty of [tellOfReview, advice]) assert.equal(step(duty), null, duty.key)
  const reader = { ...police, permissions: ['case.read'] }
  for (const duty of [line, material, review, bail, tell]) assert.equal(step(duty, reader), null, duty.key)
})

test('a duty that ends with a stage of the case is no step by itself', () => {
  assert.equal(step(owed('referral-decision', 'decide-1', 'referral/CASE2222', cps), prosecutor), null)
})
