import type { Decider } from '../platform/record/decider.ts'
import { refuseAgency } from './refusals.ts'

/**
 * The kinds of agency that an area is made of: the criminal justice bodies of the Police Reform and Social
 * Responsibility Act 2011 s.10(5), the local policing body itself, and the partners that both work with.
 */
export const agencyKinds = [
  'police-force',
  'cps-area',
  'local-policing-body',
  'courts',
  'probation',
  'youth-offending',
  'prisons',
  'community-safety-partner',
  'voluntary-provider',
] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** Each kind as people say it. */
export const agencyKindNames: Readonly<Record<AgencyKind, string>> = {
  'police-force': 'Police force',
  'cps-area': 'CPS Area',
  'local-policing-body': 'Local policing body',
  courts: 'Courts',
  probation: 'Probation',
  'youth-offending': 'Youth offending',
  prisons: 'Prisons',
  'community-safety-partner': 'Community safety partner',
  'voluntary-provider': 'Voluntary provider',
}

type Unit = { readonly code: string; readonly name: string; readonly demonstration: boolean }

export type Agency = {
  readonly code: string
  readonly name: string
  readonly kind: AgencyKind
  readonly units: readonly Unit[]
}

type DeclareAgency = {
  readonly type: 'DeclareAgency'
  readonly code: string
  readonly name: string
  readonly kind: AgencyKind
}
type DeclareUnit = { readonly type: 'DeclareUnit' } & Unit
export type AgencyCommand = DeclareAgency | DeclareUnit

type AgencyDeclared = Omit<DeclareAgency, 'type'> & { readonly type: 'AgencyDeclared' }
type AgencyRenamed = { readonly type: 'AgencyRenamed'; readonly name: string }
type UnitDeclared = Unit & { readonly type: 'UnitDeclared' }
type AgencyEvent = AgencyDeclared | AgencyRenamed | UnitDeclared

/** An agency of the area and its units. Declaring what stands already changes nothing, so a list can be loaded again. */
export const agency: Decider<Agency | null, AgencyCommand, AgencyEvent> = {
  kind: 'agency',
  initial: null,
  decide(command, standing) {
    switch (command.type) {
      case 'DeclareAgency':
        return declareAgency(command, standing)
      case 'DeclareUnit':
        return declareUnit(command, standing)
    }
  },
  evolve(standing, event) {
    switch (event.type) {
      case 'AgencyDeclared':
        return { code: event.code, name: event.name, kind: event.kind, units: [] }
      case 'AgencyRenamed':
        return standing && { ...standing, name: event.name }
      case 'UnitDeclared':
        return standing && { ...standing, units: withUnit(standing.units, event) }
    }
  },
  rows(standing) {
    if (!standing) return {}
    const { code, name, kind, units } = standing
    return {
      agency: [{ code, name, kind }],
      unit: units.map((unit) => ({
        agency: code,
        code: unit.code,
        name: unit.name,
        demonstration: unit.demonstration,
      })),
    }
  },
}

function declareAgency({ code, name, kind }: DeclareAgency, standing: Agency | null): readonly AgencyEvent[] {
  if (!standing) return [{ type: 'AgencyDeclared', code, name, kind }]
  if (standing.kind !== kind) throw refuseAgency('agency.kind-fixed')
  return standing.name === name ? [] : [{ type: 'AgencyRenamed', name }]
}

/** A unit declared again under another name is the same unit renamed: its code is what accounts and duties hold. */
function declareUnit({ code, name, demonstration }: DeclareUnit, standing: Agency | null): readonly AgencyEvent[] {
  if (!standing) throw refuseAgency('agency.not-declared')
  const known = standing.units.find((unit) => unit.code === code)
  if (known && known.name === name && known.demonstration === demonstration) return []
  return [{ type: 'UnitDeclared', code, name, demonstration }]
}

function withUnit(units: readonly Unit[], { code, name, demonstration }: UnitDeclared): readonly Unit[] {
  const unit = { code, name, demonstration }
  const known = units.some((one) => one.code === code)
  return known ? units.map((one) => (one.code === code ? unit : one)) : [...units, unit]
}
