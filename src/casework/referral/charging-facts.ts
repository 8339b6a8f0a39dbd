import type { FastifyRequest } from 'fastify'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { type AgencyRow, readAgencyList } from '../../agencies/tables.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import type { OwedBy } from '../../duties/duty.ts'
import { paths } from '../../paths.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { readDeadlineSettings } from '../deadlines/area-settings.ts'
import type { DeadlineFacts } from '../deadlines/deadline.ts'
import { readFileContents } from '../file-check/file-contents.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { type AskedInPlan, type SeenMaterial, readAskedInPlans, readMaterial } from '../material/read-material.ts'
import { type SeenSuspect, readSuspects } from '../suspects/read-suspects.ts'
import type { NamedMaterial, Referral } from './case-referrals.ts'
import { type SeenReferrals, readReferral } from './read-referral.ts'
import type { ReferredSuspect } from './referred-suspect.ts'
import type { ReferralStage } from './terms.ts'

const settings = readDeadlineSettings(thamesAndChiltern)
export const fileContents = readFileContents(thamesAndChiltern)

/** What the pages of charging and their forms must know besides the case itself. */
export type ChargingFacts = {
  readonly referrals: SeenReferrals
  readonly suspects: readonly SeenSuspect[]
  readonly material: readonly SeenMaterial[]
  readonly askedInPlans: readonly AskedInPlan[]
  /** The CPS Areas of this installation, with their units. */
  readonly areas: readonly AgencyRow[]
  /** What the clocks rest on. */
  readonly clocks: DeadlineFacts
}

export async function readChargingFacts(tx: Tx, { summary: { id } }: CaseFile): Promise<ChargingFacts> {
  const agencies = await readAgencyList(tx)
  return {
    referrals: await readReferral(tx, id),
    suspects: await readSuspects(tx, id),
    material: await readMaterial(tx, id),
    askedInPlans: await readAskedInPlans(tx, id),
    areas: agencies.filter(({ kind }) => kind === 'cps-area'),
    clocks: await readClocks(tx),
  }
}

/** What the clocks of charging rest on. */
export const readClocks = async (tx: Tx): Promise<DeadlineFacts> => ({ holidays: await readBankHolidays(tx), settings })

/**
 * The facts with the referral that the address names by `?referral=`. Where it names none it is the last at the stage
 * that the act is for, or else the last that is open.
 */
export type ReferralFacts = ChargingFacts & { readonly referral: Referral }

export async function readReferralFacts(
  tx: Tx,
  file: CaseFile,
  request: FastifyRequest,
  stage?: ReferralStage,
): Promise<ReferralFacts> {
  const facts = await readChargingFacts(tx, file)
  const { referrals, open } = facts.referrals
  const named = queryOf(request, 'referral')
  const last = open.findLast((one) => one.stage === stage) ?? open.at(-1)
  const referral = named === '' ? last : referrals.find(({ number }) => String(number) === named)
  return { ...facts, referral: found(referral) }
}

export const queryOf = (request: FastifyRequest, name: string): string => textOf(sentOf(request.query), name)

/** The address of something that is done about charging, with what it is done to: `…/triage?referral=1`. */
export function chargingAct(caseId: string, act: string, of: Readonly<Record<string, string | number>> = {}): string {
  const query = Object.entries(of)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `${paths.deskCaseChargingAct(caseId, act)}${query && '?'}${query}`
}

/** Police of the case as their duties name them: the officer in the case where there is one. */
export const policeOf = ({ summary: { force, unit, dealtWithBy, officer } }: CaseFile): OwedBy => ({
  agency: force,
  name: dealtWithBy,
  ...(unit !== null && { unit }),
  ...(officer !== null && { account: officer }),
})

export const headingOf = ({ summary }: CaseFile): string => caseHeading(summary)

/** A unit of a CPS Area, or the whole Area, as a list offers it. */
type ProsecutorsChoice = { readonly value: string; readonly owedBy: OwedBy }

export const prosecutorsChoices = (areas: readonly AgencyRow[]): readonly ProsecutorsChoice[] =>
  areas.flatMap(({ code: agency, name, units }) => [
    { value: agency, owedBy: { agency, name } },
    ...units.map((unit) => ({
      value: `${agency}/${unit.code}`,
      owedBy: { agency, unit: unit.code, name: `${unit.name}, ${name}` },
    })),
  ])

/** A suspect as the prosecutor is asked to decide on them, as they stand now. */
export const referredSuspect = (seen: SeenSuspect): ReferredSuspect => ({
  number: seen.number,
  person: seen.person,
  position: seen.position,
  track: seen.track,
  detentionEndsAt: seen.detentionEndsAt,
  bailEndsOn: seen.bailEndsOn,
  asn: seen.asn,
  charges: seen.charges.map(({ key, offence, from, to, where, particulars }) => ({
    key,
    offence,
    from,
    to,
    where,
    particulars,
  })),
})

export const namedMaterial = ({ key, title }: SeenMaterial): NamedMaterial => ({ key, title })

/** What the register and the people of the case say about what a file needs. */
export const fileContext = ({ suspects }: ChargingFacts, { people }: CaseFile) => ({
  contents: fileContents,
  interviewed: suspects.some(({ interviews }) => interviews.length > 0),
  hasVictim: people.some(({ victimNumber }) => victimNumber !== null),
  domesticAbuse: suspects.some(({ assessment, charges }) =>
    [...(assessment?.exclusions ?? []), ...charges.flatMap(({ facts }) => facts.exclusions)].includes(
      'hate-or-domestic',
    ),
  ),
})
