import { sql } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import { type SeenDuty, readDutiesIn } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import { readNames } from '../../platform/access/read-accounts.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { PersonDetails } from '../people/person.ts'
import { type SeenSuspect, readSuspects } from '../suspects/read-suspects.ts'

export type CaseSummary = Awaited<ReturnType<typeof readSummary>>

/** A case as its pages show it to those who are on it. */
export type CaseFile = {
  readonly summary: NonNullable<CaseSummary>
  readonly people: readonly CasePerson[]
  readonly suspects: readonly SeenSuspect[]
  readonly duties: readonly SeenDuty[]
  readonly notices: readonly CaseNotice[]
  /** Names of the colleagues whom the summary names by their accounts, as far as the viewer may know them. */
  readonly names: ReadonlyMap<string, string>
}

/** Somebody in a case. `details` is null once they were erased. */
export type CasePerson = {
  readonly id: string
  readonly isReporter: boolean
  /** 1 for the first victim; null for who is none. */
  readonly victimNumber: number | null
  readonly enhancedBy: readonly EnhancedGround[]
  readonly witness: CaseWitness | null
  readonly details: PersonDetails | null
}

/** What stands of somebody as a witness. */
export type CaseWitness = {
  readonly number: number
  readonly willing: boolean
  readonly withdrawnAt: Instant | null
  readonly withdrawnReason: string | null
  readonly needs: string | null
}

/** A telling that is owed to a victim, was done, or could not be done. */
export type CaseNotice = {
  readonly key: string
  readonly person: string
  readonly toldAt: Instant | null
  readonly how: string | null
  readonly waivedReason: string | null
  readonly duty: SeenDuty | null
}

/** What the log of who looked and the duties call a case. */
export const caseStream = (id: string): string => `investigation/${id}`

const readSummary = (tx: Tx, id: string) =>
  tx
    .selectFrom('case_summary')
    .select(['id', 'force', 'unit', 'dealt_with_by as dealtWithBy', 'state', 'reported_at as reportedAt'])
    .select(['happened_from as from', 'happened_to as to', 'what', 'place', 'offence', 'offence_title as offenceTitle'])
    .select(['crime', 'crime_reference as crimeReference', 'crime_reason as crimeReason'])
    .select(['investigate', 'investigate_how as how', 'investigate_reason as investigateReason'])
    .select(['urn', 'operation', 'officer', 'supervisor', 'agencies', 'corrected_at as correctedAt'])
    .select(['happened_from_time as fromTime', 'happened_to_time as toTime'])
    .select(['restricted_to as restrictedTo', 'restricted_agencies as restrictedAgencies'])
    .select(['restricted_by as restrictedBy', 'restricted_reason as restrictedReason'])
    .select(
      sql<number>`(select count(*) from case_happening where case_happening.case_id = case_summary.id)`.as(
        'happenings',
      ),
    )
    .where('id', '=', id)
    .executeTakeFirst()

/** The case with its people and what is owed in it; null when the viewer is not on it. */
export async function readCase(tx: Tx, id: string): Promise<CaseFile | null> {
  const summary = await readSummary(tx, id)
  if (!summary) return null
  const duties = await readDutiesIn(tx, paths.deskCase(id))
  const notices = await tx.selectFrom('case_notice').selectAll().where('case_id', '=', id).orderBy('key').execute()
  const accounts = [summary.officer, summary.supervisor, ...(summary.restrictedTo ?? [])]
  return {
    summary,
    names: await readNames(
      tx,
      accounts.filter((account) => account !== null),
    ),
    people: await readPeopleOf(tx, id),
    suspects: await readSuspects(tx, id),
    duties,
    notices: notices.map(({ key, person, told_at, how, waived_reason }) => ({
      key,
      person,
      toldAt: told_at,
      how,
      waivedReason: waived_reason,
      duty: duties.find((duty) => duty.stream === caseStream(id) && duty.key === key) ?? null,
    })),
  }
}

/** Victims by their number, then witnesses by theirs, then who reported where that is nobody of them. */
async function readPeopleOf(tx: Tx, id: string): Promise<readonly CasePerson[]> {
  const rows = await tx
    .selectFrom('case_person')
    .leftJoin('person', 'person.id', 'case_person.person')
    .select(['case_person.person', 'role', 'number', 'enhanced_by as enhancedBy'])
    .select(['person.id as known', 'name', 'organisation', 'date_of_birth as dateOfBirth', 'phone', 'email', 'address'])
    .select('contact_note as contactNote')
    .where('case_id', '=', id)
    .where('role', '<>', 'suspect')
    .orderBy('number')
    .execute()
  const witnesses = await readWitnesses(tx, id)
  const reporter = rows.find(({ role }) => role === 'reporter')
  const inOrder = ['victim', 'witness', 'reporter'].flatMap((role) => rows.filter((row) => row.role === role))
  const first = inOrder.filter((row, index) => inOrder.findIndex(({ person }) => person === row.person) === index)
  return first.map((row) => {
    const { person, known, name, organisation, dateOfBirth, phone, email, address, contactNote } = row
    const witnessed = rows.find((one) => one.role === 'witness' && one.person === person)
    const witness = witnesses.find((one) => one.person === person)
    return {
      id: person,
      isReporter: person === reporter?.person,
      victimNumber: row.role === 'victim' ? row.number : null,
      enhancedBy: row.enhancedBy,
      witness: witnessed && witness ? { ...witness, number: witnessed.number } : null,
      details: known === null ? null : { name, organisation, dateOfBirth, phone, email, address, contactNote },
    }
  })
}

const readWitnesses = (tx: Tx, id: string) =>
  tx
    .selectFrom('case_witness')
    .select(['person', 'willing', 'needs', 'withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
    .where('case_id', '=', id)
    .execute()

/** The record of a case over all its streams, newest first. */
export const readHappenings = (tx: Tx, id: string) =>
  tx
    .selectFrom('case_happening')
    .select(['source', 'number', 'at', 'account', 'event', 'detail'])
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('source', 'desc')
    .orderBy('number', 'desc')
    .execute()

export type Happening = Awaited<ReturnType<typeof readHappenings>>[number]

/** True when another case of the force has this crime reference, be it one that is closed to the viewer. */
export async function isReferenceTaken(
  tx: Tx,
  force: string,
  reference: string,
  byOtherThan: string,
): Promise<boolean> {
  const seen = await tx
    .selectFrom('case_summary')
    .select('id')
    .where('force', '=', force)
    .where('crime_reference', '=', reference)
    .where('id', '<>', byOtherThan)
    .executeTakeFirst()
  const closed = await tx
    .selectFrom('case_restriction')
    .select('matter')
    .where('force', '=', force)
    .where('crime_reference', '=', reference)
    .executeTakeFirst()
  return seen !== undefined || closed !== undefined
}

/** The id of the case with this URN, as far as the viewer may see it. */
export const readCaseByUrn = async (tx: Tx, urn: string): Promise<string | null> =>
  (await tx.selectFrom('case_summary').select('id').where('urn', '=', urn).executeTakeFirst())?.id ?? null
