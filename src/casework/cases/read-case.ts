import { sql } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import { type SeenDuty, readDutiesOf } from '../../duties/read-duty.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { PersonDetails } from '../people/person.ts'

export type CaseSummary = Awaited<ReturnType<typeof readSummary>>

/** A case as its pages show it to those who are on it. */
export type CaseFile = {
  readonly summary: NonNullable<CaseSummary>
  readonly people: readonly CasePerson[]
  readonly duties: readonly SeenDuty[]
  readonly notices: readonly CaseNotice[]
}

/** Somebody in a case. `details` is null once they were erased. */
export type CasePerson = {
  readonly id: string
  readonly isReporter: boolean
  /** 1 for the first victim; null for who only reported. */
  readonly victimNumber: number | null
  readonly enhancedBy: readonly EnhancedGround[]
  readonly details: PersonDetails | null
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
  const duties = await readDutiesOf(tx, caseStream(id))
  const notices = await tx.selectFrom('case_notice').selectAll().where('case_id', '=', id).orderBy('key').execute()
  return {
    summary,
    people: await readPeopleOf(tx, id),
    duties,
    notices: notices.map(({ key, person, told_at, how, waived_reason }) => ({
      key,
      person,
      toldAt: told_at,
      how,
      waivedReason: waived_reason,
      duty: duties.find((duty) => duty.key === key) ?? null,
    })),
  }
}

/** Victims by their number, then who reported where that is nobody of them. */
async function readPeopleOf(tx: Tx, id: string): Promise<readonly CasePerson[]> {
  const rows = await tx
    .selectFrom('case_person')
    .leftJoin('person', 'person.id', 'case_person.person')
    .select(['case_person.person', 'role', 'number', 'enhanced_by as enhancedBy'])
    .select(['person.id as known', 'name', 'organisation', 'date_of_birth as dateOfBirth', 'phone', 'email', 'address'])
    .select('contact_note as contactNote')
    .where('case_id', '=', id)
    .orderBy('number')
    .execute()
  const reporter = rows.find(({ role }) => role === 'reporter')
  const victims = rows.filter(({ role }) => role === 'victim')
  const others = reporter && !victims.some(({ person }) => person === reporter.person) ? [reporter] : []
  return [...victims, ...others].map((row) => {
    const { person, known, name, organisation, dateOfBirth, phone, email, address, contactNote } = row
    return {
      id: person,
      isReporter: person === reporter?.person,
      victimNumber: row.role === 'victim' ? row.number : null,
      enhancedBy: row.enhancedBy,
      details: known === null ? null : { name, organisation, dateOfBirth, phone, email, address, contactNote },
    }
  })
}

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

/** What was corrected about the people of a case, newest first. */
export const readPersonChanges = (tx: Tx, people: readonly string[]) =>
  people.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('person_change')
        .select(['person', 'number', 'at', 'account', 'what', 'reason'])
        .where('person', 'in', people)
        .where('number', '>', 1)
        .orderBy('at', 'desc')
        .execute()

export type PersonChange = Awaited<ReturnType<typeof readPersonChanges>>[number]

/** The case of a force that has a crime reference; null where none has. */
export const readCaseByReference = async (tx: Tx, force: string, crimeReference: string): Promise<string | null> =>
  (
    await tx
      .selectFrom('case_summary')
      .select('id')
      .where('force', '=', force)
      .where('crime_reference', '=', crimeReference)
      .executeTakeFirst()
  )?.id ?? null
