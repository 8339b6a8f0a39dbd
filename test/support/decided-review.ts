import { keptHolidays } from '../../src/calendar/kept-lists.ts'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import type { DecisionRecord, ProvedElement } from '../../src/casework/charging-review/charging-decision.ts'
import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import type { ChargeOutcome } from '../../src/casework/charging-review/outcomes.ts'
import type { ReviewCommand } from '../../src/casework/charging-review/review-commands.ts'
import type { Review } from '../../src/casework/charging-review/review-state.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import type { HeldMaterial } from '../../src/casework/material/held-material.ts'
import type { VictimToTell } from '../../src/casework/suspects/suspect-commands.ts'
import type { ProposedCharge } from '../../src/casework/suspects/proposed-charge.ts'
import { fold } from '../../src/platform/record/decider.ts'

// A review of suspect 1 on two charges, by the commands that a prosecutor gives: theft of a bicycle, on a statement
// and a recording, and an assault that one witness speaks of.

export const prosecutors = 'cps-thames-and-chiltern'
export const prosecutor = { account: 'prosecutor', agency: prosecutors, unit: 'charging' }
/** An hour before the moment at which a test site's clock stands. */
export const reviewedAt = parseInstant('2026-04-07T08:30:00.000Z')

const listed = parseLocalDate('2026-06-17')
const day = parseLocalDate('2026-04-06')

export const theft: ProposedCharge = {
  key: 'C1',
  offence: { code: parseOffenceCode('TH68006'), title: 'Theft of pedal cycle', listed },
  from: day,
  to: day,
  where: 'Example Road station',
  particulars: 'Stole a bicycle that belonged to another.',
}

export const assault: ProposedCharge = {
  ...theft,
  key: 'C2',
  offence: { code: parseOffenceCode('CJ88116'), title: 'Assault by beating', listed },
  particulars: 'Assaulted another by beating them.',
}

const item = (key: string, change: Partial<HeldMaterial>): HeldMaterial => ({
  key,
  kind: 'statement',
  title: `Item ${key}`,
  state: 'received',
  use: 'evidence',
  from: null,
  ...change,
})

/** The victim's statement, a recording of the station, and a witness's statement. People are `<case>-1` and `-w`. */
export const materialOf = (caseId: string): readonly HeldMaterial[] => [
  item('M1', { title: 'Statement on the theft', from: `${caseId}-1` }),
  item('M2', { kind: 'recording', title: 'Cameras of the station' }),
  item('M3', { title: 'Statement on the assault', from: `${caseId}-w` }),
]

const element = (key: string, words: string, material: readonly (HeldMaterial | undefined)[]): ProvedElement => {
  const named = material.filter((one) => one !== undefined)
  return { key, words, own: false, material: named, none: named.length === 0, note: `Note on ${key}` }
}

const acted = (at: Instant) => ({ at, by: prosecutor.account })

function stages(charge: string, elements: readonly ProvedElement[], at: Instant): readonly ReviewCommand[] {
  const note = (words: string) => ({ answer: 'yes', note: words }) as const
  const weighed = (reasons: string) => ({ answer: 'for', reasons }) as const
  const prospect = elements.every(({ none }) => !none)
  const ofCharge = { charge, ...acted(at) }
  const points = { title: 'Theft', statute: 'Theft Act 1968', section: '1(1)', source: 'Draft for the test' } as const
  const finding: ReviewCommand = {
    type: 'FindOnEvidence',
    realisticProspect: prospect,
    timing: 'lines-pursued',
    reasons: `Reasons on the evidence of ${charge}`,
    ...ofCharge,
  }
  const evidence: readonly ReviewCommand[] = [
    { type: 'ProveElements', points: { ...points, confidence: 'unconfirmed' }, elements, ...ofCharge },
    {
      type: 'AnswerQuestions',
      questions: {
        canBeUsed: note('Admissible'),
        reliable: note('Made the same day'),
        credible: note('No reason to doubt it'),
        otherMaterial: note('None known'),
      },
      likelyDefence: 'Says it was somebody else',
      ...ofCharge,
    },
    finding,
  ]
  if (!prospect) return evidence
  return [
    ...evidence,
    {
      type: 'WeighPublicInterest',
      answers: {
        a: weighed('Serious enough'),
        b: weighed('Planned'),
        c: weighed('The victim needs the bicycle for work'),
        d: { answer: 'not-relevant', reasons: 'An adult' },
        e: weighed('Many are taken here'),
        f: weighed('A short case'),
        g: { answer: 'not-relevant', reasons: 'None' },
      },
      ...ofCharge,
    },
    {
      type: 'ConcludeOnPublicInterest',
      prosecutionRequired: true,
      reasons: `Reasons on the public interest in ${charge}`,
      ...ofCharge,
    },
  ]
}

export type Decided = {
  readonly caseId?: string
  /** What proves the theft; nothing at all ends it for want of evidence. */
  readonly theftProved?: boolean
  /** Whether the assault is decided on, too. */
  readonly withAssault?: boolean
  readonly assaultProved?: boolean
  readonly at?: Instant
  /** Who is to be told where nobody is charged. */
  readonly victims?: readonly VictimToTell[]
  /** What is written for reasons, to see that it is text and no more. */
  readonly instructions?: string
}

/** The commands from the opening of the review to the decision. Without `decide`, it stays a draft. */
export function reviewCommands(decided: Decided = {}, decide = true): readonly ReviewCommand[] {
  const { caseId = 'CASE2222', theftProved = true, withAssault = true, assaultProved = true } = decided
  const { at = reviewedAt, instructions = 'Charge by post.', victims: toTell = [] } = decided
  const [victims, cameras, witness] = materialOf(caseId)
  const outcome = (charge: string, proved: boolean): ReviewCommand => ({
    type: 'ProposeOutcome',
    charge,
    outcome: (proved ? 'charge' : 'no-further-action-evidential') satisfies ChargeOutcome,
    test: 'full-code-test',
    reasons: `Why this is decided on ${charge}`,
    ...acted(at),
  })
  return [
    {
      type: 'OpenReview',
      caseId,
      number: 1,
      suspect: {
        number: 1,
        person: `${caseId}-s1`,
        position: 'bailed',
        detentionEndsAt: null,
        bailEndsOn: null,
        asn: null,
        charges: withAssault ? [theft, assault] : [theft],
      },
      force: 'thames-valley-police',
      prosecutors,
      unit: 'charging',
      owner: prosecutor.account,
      referral: 1,
      category: 'green',
      ...acted(at),
    },
    ...stages(
      'C1',
      [
        element('appropriated', 'took it', theftProved ? [victims, cameras] : []),
        element('dishonesty', 'was dishonest', [cameras]),
      ],
      at,
    ),
    outcome('C1', theftProved),
    ...(withAssault
      ? [
          ...stages('C2', [element('force', 'used force', assaultProved ? [witness] : [])], at),
          outcome('C2', assaultProved),
        ]
      : []),
    { type: 'DeclareDisclosure', effect: 'Nothing undermines the case.', ...acted(at) },
    {
      type: 'WriteNotes',
      notes: { alternatives: 'A caution was considered.', instructions, witnesses: '', monitoring: ['NGAP'] },
      reviewType: 'IR',
      ...acted(at),
    },
    ...(decide
      ? [
          {
            type: 'Decide',
            role: 'Prosecutor',
            position: 'bailed',
            material: materialOf(caseId),
            victims: toTell,
            holidays: keptHolidays(),
            ...acted(at),
          } as const,
        ]
      : []),
  ]
}

/** The review as it stands after the commands. */
export function reviewAfter(commands: readonly ReviewCommand[]): Review {
  let state: Review | null = null
  for (const command of commands) state = fold(chargingReview, state, chargingReview.decide(command, state))
  if (!state) throw new Error('No review was opened')
  return state
}

export function decisionAfter(decided: Decided = {}): DecisionRecord {
  const record = reviewAfter(reviewCommands(decided)).decisions.at(-1)
  if (!record) throw new Error('Nothing was decided')
  return record
}
