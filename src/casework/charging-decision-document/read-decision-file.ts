import { readAgencyList } from '../../agencies/tables.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { readNames } from '../../platform/access/read-accounts.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { CaseFile } from '../cases/read-case.ts'
import type { DecisionRecord } from '../charging-review/charging-decision.ts'
import { readReview } from '../charging-review/read-reviews.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { readReferral } from '../referral/read-referral.ts'
import { readSuspects } from '../suspects/read-suspects.ts'
import type { DecisionWords } from './decision-document.ts'
import { type OutcomeRow, outcomeRow } from './outcome-row.ts'
import { partsIn } from './parts.ts'

/** A decision, the words for what its record names by ids, and how it is counted where it is the one that stands. */
export type DecisionFile = {
  readonly record: DecisionRecord
  readonly words: DecisionWords
  readonly counted: OutcomeRow | null
  /** How many decisions were made on the suspect. */
  readonly decisions: number
}

/** Null where there is no such decision, or the viewer may not read it. */
export async function readDecisionFile(
  tx: Tx,
  file: CaseFile,
  suspect: number,
  decision: number,
): Promise<DecisionFile | null> {
  const caseId = file.summary.id
  const decisions = (await readReview(tx, caseId, suspect))?.decisions ?? []
  const record = decisions.find((one) => one.decision === decision)
  if (!record) return null
  const later = decisions.find((one) => one.decision > decision)
  const replaced = decisions.some((one) => one.decision > decision && one.referral === record.referral)
  return {
    record,
    words: await wordsFor(tx, file, record, later?.decision ?? null),
    counted: replaced ? null : await countedAs(tx, record, await readBankHolidays(tx)),
    decisions: decisions.length,
  }
}

async function wordsFor(
  tx: Tx,
  file: CaseFile,
  record: DecisionRecord,
  replacedBy: number | null,
): Promise<DecisionWords> {
  const suspects = await readSuspects(tx, file.summary.id)
  const agencies = await readAgencyList(tx)
  const office = agencies.find(({ code }) => code === record.prosecutors)
  const unit = office?.units.find(({ code }) => code === record.unit)
  const names = await readNames(tx, [record.decidedBy])
  const name = suspects.find(({ person }) => person === record.person)?.name
  return {
    heading: caseHeading(file.summary),
    suspect: [`Suspect ${record.suspect}`, name].filter(Boolean).join(', '),
    decidedBy: names.get(record.decidedBy) ?? null,
    office: [unit?.name, office?.name ?? record.prosecutors].filter(Boolean).join(', '),
    force: agencies.find(({ code }) => code === record.force)?.name ?? record.force,
    partOf: partsIn(file.people, suspects),
    replacedBy,
  }
}

async function countedAs(tx: Tx, record: DecisionRecord, holidays: BankHolidays): Promise<OutcomeRow> {
  const { referrals } = await readReferral(tx, record.caseId)
  const sent = referrals.find(({ number }) => number === record.referral)?.submissions[0]
  const { caseId, suspect, referral, decision, category, outcome, decidedOn } = record
  const decided = record.charges.flatMap((one) => (one.notPursued || !one.outcome ? [] : [one.outcome.outcome]))
  const referredOn = sent ? toLocalDate(sent.at) : null
  return outcomeRow(
    { caseId, suspect, referral, decision, category, outcome, chargeOutcomes: decided, referredOn, decidedOn },
    holidays,
  )
}
