import { thamesAndChiltern } from '../../src/agencies/load-agencies.ts'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { keptHolidays } from '../../src/calendar/kept-lists.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { settingsAsShipped } from '../../src/casework/deadlines/settings.ts'
import { readFileContents } from '../../src/casework/file-check/file-contents.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import type { CaseReferrals, FileCheck } from '../../src/casework/referral/case-referrals.ts'
import type { FileToSend, OrderOf, ReferralCommand, ReferralEvent } from '../../src/casework/referral/commands.ts'
import { referral } from '../../src/casework/referral/referral.ts'
import type { ReferredSuspect } from '../../src/casework/referral/referred-suspect.ts'
import type { ProposedCharge } from '../../src/casework/suspects/proposed-charge.ts'
import { fold } from '../../src/platform/record/decider.ts'

/** A Tuesday, half past ten in London. */
export const referredAt = parseInstant('2026-04-07T09:30:00.000Z')
export const facts = { holidays: keptHolidays(), settings: settingsAsShipped }
export const parties = {
  heading: 'Crime 43260900101',
  police: { agency: 'thames-valley-police', unit: 'investigations', name: 'Investigations, Thames Valley Police' },
  prosecutors: { agency: 'cps-thames-and-chiltern', unit: 'magistrates', name: 'Magistrates’ unit' },
}

export const theft: ProposedCharge = {
  key: 'C1',
  offence: {
    code: parseOffenceCode('TH68006'),
    title: 'Theft of pedal cycle',
    listed: parseLocalDate('2026-06-17'),
  },
  from: parseLocalDate('2026-04-06'),
  to: parseLocalDate('2026-04-06'),
  where: 'Example Road station',
  particulars: 'Stole a pedal cycle belonging to another.',
}

export const suspectOf = (number: number, change: Partial<ReferredSuspect> = {}): ReferredSuspect => ({
  number,
  person: `person-${number}`,
  position: 'bailed',
  detentionEndsAt: null,
  bailEndsOn: parseLocalDate('2026-07-05'),
  asn: null,
  charges: [theft],
  ...change,
})

export const detained = (number: number, detentionEndsAt: Instant | null): ReferredSuspect =>
  suspectOf(number, { position: 'in-custody', detentionEndsAt, bailEndsOn: null })

/** A green file against one suspect on bail. */
export const fileWith = (change: Partial<FileToSend> = {}): FileToSend => ({
  category: 'green',
  categoryReason: '',
  suspects: [suspectOf(1)],
  plea: 'not-guilty',
  fileType: 'pre-charge',
  supervisorComments: 'Ready for a decision.',
  ...change,
})

const contents = readFileContents(thamesAndChiltern)

/** An empty register, and a reason for everything that the file lacks. */
export const check: FileCheck = {
  material: [],
  context: { contents, interviewed: true, hasVictim: true, domesticAbuse: false },
  reasons: contents.requirements.map(({ code }) => ({ code, reason: 'It follows next week.' })),
}

type Of<Type extends ReferralCommand['type']> = OrderOf<Type>
type Change<Type extends ReferralCommand['type']> = Partial<Of<Type>>

/** Commands of one case, each as it mostly comes, with what differs. */
export function commandsOf(caseId: string) {
  const acted = { at: referredAt, by: 'officer' }
  const inCase = { ...parties, caseId }
  const sending = { file: fileWith(), check, followed: [], facts, ...acted }
  return {
    ask: (change: Change<'AskAdvice'> = {}): Of<'AskAdvice'> => ({
      type: 'AskAdvice',
      stage: 'before-arrest',
      question: 'Is continuity of the exhibit enough as it is?',
      material: [],
      neededBy: null,
      ...inCase,
      ...acted,
      ...change,
    }),
    advise: (change: Change<'AnswerAdvice'> = {}): Of<'AnswerAdvice'> => ({
      type: 'AnswerAdvice',
      advice: 1,
      points: ['Take a statement from the station manager.', 'Ask for the whole recording.'],
      reasons: '',
      ...acted,
      ...change,
    }),
    refer: (change: Change<'Refer'> = {}): Of<'Refer'> => ({ type: 'Refer', ...inCase, ...sending, ...change }),
    resubmit: (change: Change<'Resubmit'> = {}): Of<'Resubmit'> => ({
      type: 'Resubmit',
      referral: 1,
      answers: [{ ground: 0, answer: 'The statement is M2.' }],
      ...inCase,
      ...sending,
      ...change,
    }),
    correct: (change: Change<'CorrectReferral'> = {}): Of<'CorrectReferral'> => ({
      type: 'CorrectReferral',
      referral: 1,
      reason: 'The wrong plea was given.',
      ...sending,
      ...change,
    }),
    withdraw: (change: Change<'WithdrawReferral'> = {}): Of<'WithdrawReferral'> => ({
      type: 'WithdrawReferral',
      referral: 1,
      reason: 'Another officer charges.',
      ...acted,
      ...change,
    }),
    accept: (change: Change<'Accept'> = {}): Of<'Accept'> => ({
      type: 'Accept',
      referral: 1,
      reviewType: 'twenty-eight-days',
      caseType: 'magistrates',
      prosecutors: parties.prosecutors,
      owner: null,
      facts,
      ...acted,
      ...change,
    }),
    reject: (change: Change<'Reject'> = {}): Of<'Reject'> => ({
      type: 'Reject',
      referral: 1,
      grounds: [{ reason: 'R06', material: null, about: 'The statement of the station manager' }],
      respondBy: parseLocalDate('2026-04-14'),
      remindOn: null,
      ...acted,
      ...change,
    }),
    plan: (change: Change<'SendActionPlan'> = {}): Of<'SendActionPlan'> => ({
      type: 'SendActionPlan',
      referral: 1,
      items: [item(), item({ what: 'The whole recording', urgent: true })],
      facts,
      ...acted,
      ...change,
    }),
    answer: (key: string, change: Change<'AnswerItem'> = {}): Of<'AnswerItem'> => ({
      type: 'AnswerItem',
      referral: 1,
      item: key,
      answer: { type: 'done', material: { key: 'M2', title: 'Statement' }, words: '' },
      facts,
      ...acted,
      ...change,
    }),
    chase: (change: Change<'Chase'> = {}): Of<'Chase'> => ({
      type: 'Chase',
      referral: 1,
      plan: 1,
      words: 'By telephone.',
      facts,
      ...acted,
      ...change,
    }),
    finalise: (change: Change<'FinaliseAdministratively'> = {}): Of<'FinaliseAdministratively'> => ({
      type: 'FinaliseAdministratively',
      referral: 1,
      reason: 'Nothing came back.',
      ...acted,
      ...change,
    }),
    decided: (suspect: number, change: Change<'NoteSuspectDecided'> = {}): Of<'NoteSuspectDecided'> => ({
      type: 'NoteSuspectDecided',
      suspect,
      outcome: 'charge',
      decidedOn: parseLocalDate('2026-04-20'),
      ...acted,
      ...change,
    }),
  }
}

type Item = Of<'SendActionPlan'>['items'][number]

export const item = (change: Partial<Item> = {}): Item => ({
  what: 'A statement of the station manager',
  why: 'It proves who owned the bicycle.',
  suspect: null,
  material: null,
  urgent: false,
  dueOn: null,
  ...change,
})

/** The state after commands, each decided on what the one before left. */
export function after(...commands: readonly ReferralCommand[]): CaseReferrals | null {
  return commands.reduce<CaseReferrals | null>((state, command) => {
    const events: readonly ReferralEvent[] = referral.decide(command, state)
    return fold(referral, state, JSON.parse(JSON.stringify(events)) as ReferralEvent[])
  }, null)
}
