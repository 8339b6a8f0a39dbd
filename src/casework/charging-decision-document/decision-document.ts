import { formatInstant } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import type { Block, PrintedDocument } from '../../platform/documents/printed-document.ts'
import type { DecisionRecord } from '../charging-review/charging-decision.ts'
import { suspectOutcomes } from '../charging-review/outcomes.ts'
import { reconsiderationGrounds, reviewTypes } from '../charging-review/the-code.ts'
import { categories } from '../referral/terms.ts'
import { chargeBlocks, outcomeOf } from './charge-blocks.ts'
import { materialBlocks } from './material-blocks.ts'

/** What the record of a decision names by ids and codes, in words, as far as the reader may know it. */
export type DecisionWords = {
  /** What the case is called: "Crime 43260123456". */
  readonly heading: string
  /** The suspect by their part and, where it may be shown, their name: "Suspect 1, Quince Example". */
  readonly suspect: string
  /** The prosecutor by name, null where the reader may not know it. */
  readonly decidedBy: string | null
  /** The office that decided: "Charging, Thames and Chiltern". */
  readonly office: string
  /** The force whose case it is. */
  readonly force: string
  /** Somebody of the case by their part, such as "Victim 1". Never a name. */
  readonly partOf: (person: string) => string
  /** The number of the decision that took the place of this one; null where this one stands. */
  readonly replacedBy: number | null
}

export const decisionTitle = ({ decision, suspect }: DecisionRecord): string =>
  `Charging decision ${decision} on suspect ${suspect}`

/** Everything that a charging decision rests on, from its record and from nothing else. */
export const decisionDocument = (record: DecisionRecord, words: DecisionWords): PrintedDocument => ({
  title: decisionTitle(record),
  caption: words.heading,
  date: record.decidedOn,
  marking: `For police and prosecutors · ${words.office}`,
  reference: `${words.heading} · Suspect ${record.suspect}`,
  blocks: decisionBlocks(record, words),
})

export function decisionBlocks(record: DecisionRecord, words: DecisionWords): readonly Block[] {
  return [
    ...standingBlocks(record, words),
    { kind: 'heading', level: 1, text: 'What was decided' },
    { kind: 'facts', rows: decidedFacts(record, words) },
    {
      kind: 'table',
      caption: 'What was decided on each charge',
      columns: [
        { text: 'Charge', share: 1 },
        { text: 'Offence', share: 4 },
        { text: 'Decided', share: 3 },
      ],
      rows: record.charges.map((one) => [
        one.charge.key,
        `${one.charge.offence.title} (${one.charge.offence.code})`,
        outcomeOf(one),
      ]),
    },
    ...reconsideredBlocks(record),
    ...record.charges.flatMap((charge) => chargeBlocks(charge, words.partOf)),
    ...wholeBlocks(record),
    ...materialBlocks(record, words.partOf),
  ]
}

const standingBlocks = ({ decision }: DecisionRecord, { replacedBy }: DecisionWords): readonly Block[] =>
  replacedBy === null
    ? []
    : [
        {
          kind: 'note',
          text: `Decision ${replacedBy} took the place of this one. Decision ${decision} is kept as it was made.`,
        },
      ]

function decidedFacts(record: DecisionRecord, words: DecisionWords): ReadonlyArray<readonly [string, string]> {
  const { code, category, referral, reviewType } = record
  return [
    ['Suspect', words.suspect],
    ['Outcome', suspectOutcomes[record.outcome]],
    ['Decided on', formatDateLong(record.decidedOn)],
    ['Recorded', formatInstant(record.decidedAt)],
    ['Decided by', [words.decidedBy, record.role].filter(Boolean).join(', ')],
    ['Office', words.office],
    ['Force', words.force],
    ['Referral', `${referral}, ${categoryWords(category)}`],
    ['Review', reviewTypes[reviewType]],
    ['Decided under', `${code.instrument}, ${code.edition}, issued ${code.issuedOn}`],
  ]
}

const categoryWords = (category: string): string =>
  Object.entries(categories)
    .find(([code]) => code === category)?.[1]
    .title.toLowerCase() ?? category

function reconsideredBlocks({ reconsiders }: DecisionRecord): readonly Block[] {
  if (!reconsiders) return []
  const { decision, ground, reasons, at } = reconsiders
  return [
    { kind: 'heading', level: 1, text: `Why decision ${decision} was looked at again` },
    { kind: 'paragraph', label: 'Ground', text: reconsiderationGrounds[ground] },
    { kind: 'paragraph', label: 'Reasons', text: reasons },
    { kind: 'paragraph', label: 'Begun', text: formatInstant(at) },
  ]
}

/** What goes with the decision for the suspect as a whole. What nobody wrote is said to be so. */
function wholeBlocks({ notes, disclosure }: DecisionRecord): readonly Block[] {
  const { alternatives, instructions, witnesses, monitoring } = notes
  return [
    { kind: 'heading', level: 1, text: 'For the suspect as a whole' },
    { kind: 'paragraph', label: 'Alternatives considered', text: alternatives.trim() || 'None recorded.' },
    { kind: 'paragraph', label: 'Instructions to police', text: instructions.trim() || 'None.' },
    { kind: 'paragraph', label: 'Victims and witnesses', text: witnesses.trim() || 'Nothing recorded.' },
    ...(monitoring.length > 0
      ? [{ kind: 'paragraph', label: 'Monitoring codes', text: monitoring.join(', ') } as const]
      : []),
    { kind: 'heading', level: 2, text: 'Disclosure' },
    {
      kind: 'paragraph',
      label: 'The effect of disclosable material on the case was considered',
      text: disclosure.effect,
    },
    { kind: 'paragraph', label: 'Declared', text: formatInstant(disclosure.at) },
  ]
}
