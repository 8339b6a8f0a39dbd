import assert from 'node:assert/strict'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { dutyStanding } from '../../duties/duty.ts'
import { fold } from '../../platform/record/decider.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { readWritten } from '../deadlines/london-time.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import type { OffenceFacts } from '../who-may-charge/offence-facts.ts'
import type { SuspectCommand } from './suspect-commands.ts'
import type { Suspect, SuspectDuty } from './suspect-state.ts'
import { suspect } from './suspect.ts'

// For tests: a suspect after commands that were given one after another.

/** A time of a London clock: `2026-11-20T14:10`. */
export function moment(text: string) {
  const written = readWritten(text)
  assert.ok(written.ok && written.moment, text)
  return written.moment
}
export const day = parseLocalDate

/** Later than anything in the examples. */
const lastly = moment('2027-12-31T12:00')

type Said = Unsigned<SuspectCommand> & { readonly at?: SuspectCommand['at'] }

export const named: Said = {
  type: 'NameSuspect',
  caseId: '7KQ2M9XD',
  number: 1,
  person: 'p',
  reason: 'Seen on camera',
  force: 'thames-valley-police',
  unit: 'investigations',
  dealtWithBy: 'Investigations',
  crimeReference: null,
}

export const theft = {
  code: parseOffenceCode('TH68006'),
  title: 'Theft of pedal cycle',
  listed: day('2026-06-17'),
}

export const arrestAt = (arrestedAt: string, indictable = true): Said => ({
  type: 'RecordArrest',
  arrestedAt: moment(arrestedAt),
  where: 'Example Road',
  offences: [{ ...theft, indictable }],
  asn: null,
  pncId: null,
})

export const detainAt = (arrivedAt: string, authorisedAt = arrivedAt): Said => ({
  type: 'AuthoriseDetention',
  arrivedAt: moment(arrivedAt),
  authorisedAt: moment(authorisedAt),
  grounds: 'To obtain evidence by questioning',
})

export const bailAt = (releasedAt: string, endsOn: string): Said => ({
  type: 'ReleaseOnBail',
  releasedAt: moment(releasedAt),
  caseKind: 'standard',
  endsOn: day(endsOn),
  conditions: '',
})

export const reviewAt = (heldAt: string, whyLate = ''): Said => ({
  type: 'RecordReview',
  heldAt: moment(heldAt),
  whyLate,
})

export const eitherWay: OffenceFacts = {
  modeOfTrial: 'either-way',
  retailTheft: false,
  summaryTimeLimit: false,
  longerTimeLimit: null,
  exclusions: [],
}
export const summary: OffenceFacts = { ...eitherWay, modeOfTrial: 'summary-only', summaryTimeLimit: true }

export const propose = (facts: OffenceFacts, from = '2026-11-19', to = from): Said => ({
  type: 'ProposeCharge',
  charge: { offence: theft, from: day(from), to: day(to), where: 'Example Road', particulars: 'Stole a pedal cycle' },
  facts,
})

/** What lets police charge a summary offence, or one that may be tried either way, themselves. */
export const guiltyPlea = {
  type: 'AssessWhoMayCharge',
  plea: 'guilty',
  suitable: true,
  longerLikely: false,
  exclusions: [],
} as const

/** The first charge put by police, on a day on which somebody was detained. */
export const chargeByPolice = (chargedAt: string) =>
  ({
    type: 'ChargeByPolice',
    chargedAt: moment(chargedAt),
    how: 'in-person',
    byWhom: 'Custody sergeant',
    charges: ['C1'],
    others: [],
  }) as const

/** The suspect after all of these; a command without a moment of its own is given last of all. */
export function after(...commands: readonly Said[]): Suspect {
  const state = commands.reduce<Suspect | null>((before, command) => {
    const given = { at: lastly, by: 'officer', ...command } as SuspectCommand
    return fold(suspect, before, suspect.decide(given, before))
  }, null)
  assert.ok(state)
  return state
}

/** Asserts that the last of these is refused with a code; gives the sentence. */
export function refusedWith(code: string, ...commands: readonly Said[]): string {
  const before = commands.slice(0, -1)
  const state = before.length > 0 ? after(...before) : null
  const last = commands.at(-1)
  const given = { at: lastly, by: 'officer', ...last } as SuspectCommand
  try {
    suspect.decide(given, state)
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    assert.equal(error.code, code)
    return error.message
  }
  return assert.fail(`${given.type} was not refused`)
}

export function dutyOf(state: Suspect, key: string): SuspectDuty {
  const duty = state.duties.find((one) => one.key === key)
  assert.ok(duty, `there is no duty ${key}, only ${state.duties.map((one) => one.key).join(', ')}`)
  return duty
}

/** How each duty stands long after everything, by its key. */
export const standings = ({ duties }: Suspect): Readonly<Record<string, string>> =>
  Object.fromEntries(
    duties.map(({ key, due, metAt, waived }) => {
      const standing = dutyStanding({ dueAt: due.dueAt, metAt, waived }, lastly)
      return [key, standing === 'overdue' ? 'open' : standing]
    }),
  )
