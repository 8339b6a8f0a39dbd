import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type SeenDuty, readDutiesIn } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { Asn } from '../identifiers/asn.ts'
import type { PersonDetails } from '../people/person.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import { suspectStream } from './rows.ts'
import type { SuspectPosition } from './suspect-state.ts'
import type { SuspectDetail } from './tables.ts'
import type { TrackState } from './track.ts'

/** A suspect of a case as the viewer may see them. */
export type SeenSuspect = Omit<SuspectDetail, 'charges'> & {
  readonly caseId: string
  readonly number: number
  readonly person: string
  /** Null once the person was erased. */
  readonly name: string | null
  readonly details: PersonDetails | null
  readonly track: TrackState
  readonly position: SuspectPosition
  readonly detentionEndsAt: Instant | null
  readonly bailEndsOn: LocalDate | null
  readonly ruiReviewOn: LocalDate | null
  /** Of the last arrest that has one. */
  readonly asn: Asn | null
  /** Proposed, and neither withdrawn nor put. */
  readonly charges: SuspectDetail['charges']
  /** Every charge that was ever proposed. */
  readonly proposed: SuspectDetail['charges']
  /** What the prosecutor authorised last. */
  readonly authorised: readonly ProposedCharge[]
  /** What was put. */
  readonly charged: readonly ProposedCharge[]
  /** What is owed about this suspect, earliest first. */
  readonly duties: readonly SeenDuty[]
  /** The earliest duty that is open. */
  readonly next: SeenDuty | null
}

/** The suspects of a case by their number. Empty where the viewer is not on it. */
export async function readSuspects(tx: Tx, caseId: string): Promise<readonly SeenSuspect[]> {
  const rows = await tx
    .selectFrom('suspect')
    .leftJoin('person', 'person.id', 'suspect.person')
    .select(['suspect.number', 'suspect.person', 'track', 'position', 'detail'])
    .select(['detention_ends_at as detentionEndsAt', 'bail_ends_on as bailEndsOn', 'review_on as ruiReviewOn'])
    .select(['person.id as known', 'name', 'organisation', 'date_of_birth as dateOfBirth', 'phone', 'email', 'address'])
    .select('contact_note as contactNote')
    .where('case_id', '=', caseId)
    .orderBy('suspect.number')
    .execute()
  const duties = rows.length === 0 ? [] : await readDutiesIn(tx, paths.deskCase(caseId))
  return rows.map((row) => {
    const { number, person, track, position, detentionEndsAt, bailEndsOn, ruiReviewOn, detail } = row
    const { known, name, organisation, dateOfBirth, phone, email, address, contactNote } = row
    const details = known === null ? null : { name, organisation, dateOfBirth, phone, email, address, contactNote }
    const owed = duties.filter(({ stream }) => stream === suspectStream(caseId, number))
    const where = { caseId, number, person, track, position, detentionEndsAt, bailEndsOn, ruiReviewOn }
    return seenSuspect({ ...where, name: name ?? organisation, details }, detail, owed)
  })
}

type Read = Pick<
  SeenSuspect,
  | 'caseId'
  | 'number'
  | 'person'
  | 'name'
  | 'details'
  | 'track'
  | 'position'
  | 'detentionEndsAt'
  | 'bailEndsOn'
  | 'ruiReviewOn'
>

function seenSuspect(row: Read, detail: SuspectDetail, duties: readonly SeenDuty[]): SeenSuspect {
  const charged = detail.put.flatMap(({ charges }) => charges)
  const done = new Set(charged.map(({ key }) => key))
  return {
    ...row,
    ...detail,
    asn: detail.arrests.findLast(({ asn }) => asn !== null)?.asn ?? null,
    charges: detail.charges.filter(({ key, withdrawn }) => withdrawn === null && !done.has(key)),
    proposed: detail.charges,
    authorised: detail.decision?.step === 'charge-authorised' ? detail.decision.charges : [],
    charged,
    duties,
    next: duties.find(({ metAt, waived }) => metAt === null && waived === null) ?? null,
  }
}
