import { formatInstant } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import type { Block } from '../../platform/documents/printed-document.ts'
import { whenWords } from '../cases/case-words.ts'
import type { ReviewedCharge, ThresholdTest } from '../charging-review/charging-decision.ts'
import { chargeOutcomes } from '../charging-review/outcomes.ts'
import {
  evidentialQuestionKeys,
  evidentialQuestions,
  publicInterestAnswers,
  publicInterestKeys,
  publicInterestQuestions,
  questionAnswers,
  testTimings,
  thresholdConditionKeys,
  thresholdConditions,
} from '../charging-review/the-code.ts'
import { lawWords } from '../points-to-prove/points-to-prove.ts'
import { materialWords } from './material-blocks.ts'

const tests = { 'full-code-test': 'Full Code Test', 'threshold-test': 'Threshold Test' } as const

/** "Charge", "No further action: evidence (CPS letter K)", or that the charge was not pursued. */
export function outcomeOf({ notPursued, outcome }: ReviewedCharge): string {
  if (notPursued) return 'Not pursued'
  if (!outcome) return 'Nothing decided'
  const { words, letter } = chargeOutcomes[outcome.outcome]
  return letter === null ? words : `${words} (CPS letter ${letter})`
}

/** One charge: what was alleged, then each stage of the test as it was answered. */
export function chargeBlocks(charge: ReviewedCharge, partOf: (person: string) => string): readonly Block[] {
  const { key, offence } = charge.charge
  return [
    { kind: 'heading', level: 1, text: `Charge ${key}: ${offence.title}` },
    { kind: 'facts', rows: chargeFacts(charge, partOf) },
    ...evidentialBlocks(charge, partOf),
    ...publicInterestBlocks(charge),
    ...(charge.threshold ? thresholdBlocks(key, charge.threshold) : []),
  ]
}

function chargeFacts(
  reviewed: ReviewedCharge,
  partOf: (person: string) => string,
): ReadonlyArray<readonly [string, string]> {
  const { charge, victims, proposed, changedBecause, notPursued, outcome } = reviewed
  const { offence, from, to, where, particulars } = charge
  const asProposed = proposed?.offence.code === offence.code ? proposed.particulars : proposed?.offence.title
  return [
    ['Offence', `${offence.title} (${offence.code}, as listed on ${formatDateLong(offence.listed)})`],
    ['Particulars', particulars],
    ['When', whenWords(from, to)],
    ['Where', where],
    ...(victims ? [['Concerns', victims.map(partOf).join(', ') || 'No victim'] as const] : []),
    ...(proposed === null ? [['Proposed by', 'The prosecutor'] as const] : []),
    ...(proposed && changedBecause ? [['Police proposed', asProposed ?? ''] as const] : []),
    ...(changedBecause ? [[proposed ? 'Changed because' : 'Added because', changedBecause] as const] : []),
    ['Decided', outcomeOf(reviewed)],
    ...(outcome ? [['Under', tests[outcome.test]] as const] : []),
    ...(outcome?.reasons.trim() ? [['Reasons', outcome.reasons] as const] : []),
    ...(notPursued ? [['Not pursued because', notPursued.reasons] as const] : []),
  ]
}

function evidentialBlocks(charge: ReviewedCharge, partOf: (person: string) => string): readonly Block[] {
  const { points, elements, questions, likelyDefence, finding } = charge
  if (elements.length === 0 && finding === null) return []
  return [
    { kind: 'heading', level: 2, text: 'Evidential stage: what must be proved' },
    ...(points ? [{ kind: 'paragraph', text: pointsWords(points) } as const] : []),
    elementTable(charge, partOf),
    { kind: 'heading', level: 2, text: 'Evidential stage: the evidence' },
    {
      kind: 'table',
      caption: `The questions about the evidence on ${charge.charge.key}`,
      columns: [
        { text: 'Question', share: 4 },
        { text: 'Answer', share: 1 },
        { text: 'Note', share: 5 },
      ],
      rows: evidentialQuestionKeys.map((question) => {
        const answered = questions[question]
        return [
          evidentialQuestions[question].question,
          answered ? questionAnswers[answered.answer] : 'Not answered',
          answered?.note ?? '',
        ]
      }),
    },
    { kind: 'paragraph', label: 'Likely defence', text: likelyDefence.trim() || 'None recorded.' },
    ...(finding ? findingBlocks(finding) : []),
  ]
}

function pointsWords(points: NonNullable<ReviewedCharge['points']>): string {
  const { title, source, confidence } = points
  const law = lawWords(points)
  const checked = confidence === 'confirmed' ? '' : ' These points are unconfirmed.'
  return `The points to prove of ${title}${law ? ` (${law})` : ''}. Source: ${source}.${checked}`.replaceAll('..', '.')
}

const elementTable = ({ charge: { key }, elements }: ReviewedCharge, partOf: (person: string) => string): Block => ({
  kind: 'table',
  caption: `What must be proved for ${key}, and what proves it`,
  columns: [
    { text: 'Element', share: 4 },
    { text: 'Proved by', share: 4 },
    { text: 'Note', share: 4 },
  ],
  rows: elements.map(({ words, own, material, none, note }) => [
    own ? `${words} (added by the prosecutor)` : words,
    material.length > 0
      ? material.map((item) => materialWords(item, partOf)).join('\n')
      : none
        ? 'None'
        : 'Nothing said',
    note,
  ]),
})

function findingBlocks(finding: NonNullable<ReviewedCharge['finding']>): readonly Block[] {
  const { realisticProspect, timing, reasons, at, setAside } = finding
  return [
    {
      kind: 'paragraph',
      label: 'Finding',
      text: realisticProspect
        ? 'There is a realistic prospect of conviction.'
        : 'There is no realistic prospect of conviction.',
    },
    { kind: 'paragraph', label: 'When the test was applied', text: `${testTimings[timing]}.` },
    { kind: 'paragraph', label: 'Reasons', text: reasons },
    { kind: 'paragraph', label: 'Found', text: formatInstant(at) },
    ...setAsideBlocks(setAside),
  ]
}

const setAsideBlocks = (setAside: string | null): readonly Block[] =>
  setAside === null ? [] : [{ kind: 'note', text: `This no longer stood at the decision, because ${setAside}.` }]

function publicInterestBlocks(charge: ReviewedCharge): readonly Block[] {
  const { publicInterest, conclusion, publicInterestFirst } = charge
  const answered = publicInterestKeys.some((question) => publicInterest[question] !== null)
  if (!answered && conclusion === null) return []
  return [
    { kind: 'heading', level: 2, text: 'Public interest stage' },
    ...(publicInterestFirst
      ? [{ kind: 'paragraph', label: 'Taken before the evidence, because', text: publicInterestFirst.reasons } as const]
      : []),
    {
      kind: 'table',
      caption: `The questions of the public interest stage on ${charge.charge.key}`,
      columns: [
        { text: 'Question', share: 4 },
        { text: 'Answer', share: 2 },
        { text: 'Reasons', share: 5 },
      ],
      rows: publicInterestKeys.map((question) => {
        const given = publicInterest[question]
        return [
          `4.14 (${question}) ${publicInterestQuestions[question].question}`,
          given ? publicInterestAnswers[given.answer] : 'Not answered',
          given?.reasons ?? '',
        ]
      }),
    },
    ...(conclusion ? conclusionBlocks(conclusion) : []),
  ]
}

function conclusionBlocks(conclusion: NonNullable<ReviewedCharge['conclusion']>): readonly Block[] {
  const { prosecutionRequired, reasons, at, setAside } = conclusion
  return [
    {
      kind: 'paragraph',
      label: 'Conclusion',
      text: prosecutionRequired
        ? 'A prosecution is required in the public interest.'
        : 'A prosecution is not required in the public interest.',
    },
    { kind: 'paragraph', label: 'Reasons', text: reasons },
    { kind: 'paragraph', label: 'Concluded', text: formatInstant(at) },
    ...setAsideBlocks(setAside),
  ]
}

function thresholdBlocks(key: string, threshold: ThresholdTest): readonly Block[] {
  const { bailRisk, conditions, expected, custodyLimit, reviewOn, at, setAside } = threshold
  return [
    { kind: 'heading', level: 2, text: 'Threshold Test' },
    { kind: 'paragraph', label: 'Why bail would be a substantial risk, and why it cannot wait', text: bailRisk },
    {
      kind: 'table',
      caption: `The five conditions of the Threshold Test on ${key}`,
      columns: [
        { text: 'Condition', share: 4 },
        { text: 'Met', share: 1 },
        { text: 'Reasons', share: 5 },
      ],
      rows: thresholdConditionKeys.map((condition) => [
        thresholdConditions[condition],
        conditions[condition].met ? 'Yes' : 'No',
        conditions[condition].reasons,
      ]),
    },
    ...(expected.length > 0
      ? ([
          { kind: 'paragraph', text: 'Still expected:' },
          { kind: 'list', items: expected },
        ] as const)
      : []),
    {
      kind: 'facts',
      rows: [
        ['Full Code Test by', formatDateLong(reviewOn)],
        ['Custody time limit', formatDateLong(custodyLimit)],
        ['Applied', formatInstant(at)],
      ],
    },
    ...setAsideBlocks(setAside),
  ]
}
