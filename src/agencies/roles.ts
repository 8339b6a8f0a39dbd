import type { Role } from '../platform/access/roles.ts'
import { type AgencyKind, agencyKinds } from './agency.ts'
import type { Permission } from './permissions.ts'

type AreaRole = Role & { readonly heldIn: readonly AgencyKind[]; readonly permissions: readonly Permission[] }

const partners = [
  'courts',
  'probation',
  'youth-offending',
  'prisons',
  'community-safety-partner',
  'voluntary-provider',
] as const

/** What only police do. A prosecutor may advise, and does not investigate. */
const investigating = [
  'case.read',
  'case.record',
  'case.decide',
  'suspect.record',
  'material.record',
  'material.request',
  'case.refer',
  'charge.police',
] as const

/** What only prosecutors do: independently, whatever police or anybody else would like. */
const prosecuting = ['case.read', 'material.request', 'referral.triage', 'charging.advise', 'charging.decide'] as const

/**
 * Who may do what: the whole of it. Police investigate and refer; prosecutors decide and present; the local policing
 * body plans and holds to account. No role crosses that line, so each is held only in the kinds of agency that do
 * its work.
 */
export const roles = {
  'police-officer': {
    title: 'Police officer',
    who: 'Investigates, and refers cases to the prosecutor.',
    heldIn: ['police-force'],
    permissions: ['duties.read', 'duties.write', ...investigating],
  },
  'police-supervisor': {
    title: 'Police supervisor',
    who: 'Supervises investigations and the file’s quality.',
    heldIn: ['police-force'],
    permissions: [
      'duties.read',
      'duties.write',
      'duties.publish',
      ...investigating,
      'case.supervise',
      'case.restrict',
      'measures.read',
    ],
  },
  prosecutor: {
    title: 'Prosecutor',
    who: 'Advises, decides on charges, and presents cases.',
    heldIn: ['cps-area'],
    permissions: ['duties.read', 'duties.write', ...prosecuting],
  },
  'casework-assistant': {
    title: 'Casework assistant',
    who: 'Checks what police refer, and accepts it for review or rejects it.',
    heldIn: ['cps-area'],
    permissions: ['duties.read', 'duties.write', 'case.read', 'referral.triage'],
  },
  'prosecution-manager': {
    title: 'Prosecution manager',
    who: 'Manages a prosecution unit: its people, its cases and their quality.',
    heldIn: ['cps-area'],
    permissions: [
      'duties.read',
      'duties.write',
      'duties.publish',
      ...prosecuting,
      'case.restrict',
      'charging.points',
      'measures.read',
    ],
  },
  'witness-care-officer': {
    title: 'Witness care officer',
    who: 'Keeps victims and witnesses informed and supported.',
    heldIn: ['police-force', 'cps-area'],
    permissions: ['duties.read', 'duties.write'],
  },
  'local-policing-body-officer': {
    title: 'Local policing body officer',
    who: 'Works for the commissioner: plan, grants, scrutiny and publishing.',
    heldIn: ['local-policing-body'],
    permissions: ['duties.read', 'duties.write', 'duties.publish', 'measures.read'],
  },
  'plan-manager': {
    title: 'Plan manager',
    who: 'Keeps the police and crime plan and what it is measured by.',
    heldIn: ['local-policing-body'],
    permissions: ['duties.read', 'duties.write', 'duties.publish', 'plan.write', 'measures.read'],
  },
  'partner-officer': {
    title: 'Partner officer',
    who: 'Keeps what a partner agency has promised.',
    heldIn: partners,
    permissions: ['duties.read', 'duties.write', 'duties.publish'],
  },
  'performance-analyst': {
    title: 'Performance analyst',
    who: 'Imports data, and keeps measures and their definitions.',
    heldIn: ['police-force', 'cps-area', 'local-policing-body'],
    permissions: ['duties.read', 'measures.read'],
  },
  'data-protection-officer': {
    title: 'Data protection officer',
    who: 'Checks who looked at personal data, and that they had reason to.',
    heldIn: agencyKinds,
    permissions: ['looks.read'],
  },
  administrator: {
    title: 'Administrator',
    who: 'Manages the accounts of one agency.',
    heldIn: agencyKinds,
    permissions: ['accounts.administer', 'api.administer'],
  },
  'area-administrator': {
    title: 'Area administrator',
    who: 'Manages the accounts of every agency, and the area’s settings.',
    heldIn: ['police-force', 'cps-area', 'local-policing-body'],
    permissions: ['accounts.administer', 'accounts.administer-area', 'calendar.administer'],
    areaWide: true,
  },
} as const satisfies Readonly<Record<string, AreaRole>>

export type RoleName = keyof typeof roles
