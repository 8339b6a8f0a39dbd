import { type Instant, addHours, toLocalDate } from '../calendar/instant.ts'
import { type LocalDate, addDays, parseLocalDate } from '../calendar/local-date.ts'
import { readBankHolidays } from '../calendar/read-bank-holidays.ts'
import { thePublic } from '../platform/database/reading.ts'
import type { Installation } from '../platform/installation.ts'
import type { EnhancedGround } from '../victims/rights/enhanced-rights.ts'
import { madeUpAllegations } from './made-up-allegations.ts'
import type { InvestigationCommand, SuspectedOffence } from './investigation/investigation.ts'
import { investigation } from './investigation/investigation.ts'
import { findOffence, offenceList } from './offences/offence-list.ts'
import type { PersonDetails } from './people/person.ts'
import { type DealtWith, ordersToRecord } from './recording/orders-to-record.ts'
import type { AllegationTyped } from './recording/parse-allegation.ts'

/** Somebody made up: no one could take the name for that of a real person, and nobody answers the number. */
export type MadeUpPerson = {
  readonly name?: string
  readonly organisation?: string
  readonly born?: string
  readonly phone?: string
  readonly contactNote?: string
}

/** Something that is done to a case so many hours after its report. */
export type MadeUpStep = { readonly afterHours: number } & (
  | { readonly crime: string; readonly reason: string }
  | { readonly noCrime: true; readonly reason: string }
  | { readonly how: string; readonly reason: string }
  | { readonly notInvestigated: true; readonly reason: string }
  | { readonly told: string; readonly victim: number }
)

export type MadeUpAllegation = {
  readonly id: string
  readonly force: DealtWith
  readonly reportedHoursAgo: number
  readonly what: string
  readonly where: string
  /** Days before the report on which it began and ended. */
  readonly days: readonly [from: number, to: number]
  readonly offence: string | null
  readonly reporter: 'victim' | MadeUpPerson | null
  readonly victims: ReadonlyArray<MadeUpPerson & { readonly enhancedBy?: readonly EnhancedGround[] }>
  readonly steps: readonly MadeUpStep[]
}

const by = 'demonstration-police-officer'

/** Records the demonstration's made-up allegations, counted back from `at`. What is there already stays as it is. */
export async function loadDemonstrationAllegations({ record, reading }: Installation, at: Instant): Promise<void> {
  const holidays = await reading.as(thePublic, readBankHolidays)
  for (const made of madeUpAllegations) {
    if ((await record.read(investigation, made.id)).version > 0) continue
    const reportedAt = addHours(at, -made.reportedHoursAgo)
    const first = { at: addHours(reportedAt, 0.25), by }
    let people = 0
    const newPersonId = (): string => `demonstration-${made.id}-${(people += 1)}`
    const orders = ordersToRecord(made.id, typedOf(made, reportedAt), made.force, first, newPersonId)
    await record.performAll(orders.map((order) => ({ ...order, act: { actor: by, at: first.at } })))
    for (const step of made.steps) {
      const acted = { at: addHours(reportedAt, step.afterHours), by }
      await record.perform(investigation, made.id, commandOf(step, acted, holidays), { actor: by, at: acted.at })
    }
  }
}

type Acted = Pick<InvestigationCommand, 'at' | 'by'>
type Holidays = Awaited<ReturnType<typeof readBankHolidays>>

function commandOf(step: MadeUpStep, acted: Acted, holidays: Holidays): InvestigationCommand {
  if ('told' in step) {
    const notice = `tell-victim-${step.victim}`
    return { type: 'TellVictim', notice, on: toLocalDate(acted.at), how: step.told, ...acted }
  }
  const { reason } = step
  if ('crime' in step) return { type: 'RecordAsCrime', crimeReference: step.crime, reason, ...acted }
  if ('noCrime' in step) return { type: 'RecordAsNoCrime', reason, ...acted }
  if ('how' in step) return { type: 'DecideToInvestigate', how: step.how, reason, ...acted }
  return { type: 'DecideNotToInvestigate', reason, holidays, ...acted }
}

function typedOf(made: MadeUpAllegation, reportedAt: Instant): AllegationTyped {
  const { what, where, days, offence, reporter, victims } = made
  const day = (before: number): LocalDate => addDays(toLocalDate(reportedAt), -before)
  return {
    allegation: {
      reportedAt,
      what,
      where,
      from: day(days[0]),
      to: day(days[1]),
      suspectedOffence: offence === null ? null : suspected(offence),
    },
    reporter: reporter === null || reporter === 'victim' ? reporter : detailsOf(reporter),
    victims: victims.map(({ enhancedBy = [], ...details }) => ({ details: detailsOf(details), enhancedBy })),
  }
}

function suspected(code: string): SuspectedOffence {
  const offence = findOffence(code)
  if (!offence) throw new Error(`The demonstration names the offence ${code}, which the list does not have`)
  return { code: offence.code, title: offence.title, listed: offenceList().knownOn }
}

const detailsOf = ({ name, organisation, born, phone, contactNote }: MadeUpPerson): PersonDetails => ({
  name: name ?? null,
  organisation: organisation ?? null,
  dateOfBirth: born === undefined ? null : parseLocalDate(born),
  phone: phone ?? null,
  email: null,
  address: null,
  contactNote: contactNote ?? null,
})
