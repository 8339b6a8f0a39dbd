import type { Offence } from '../offences/offence.ts'

/** The rules that give some summary offences more time than six months from the offence. */
export const specialLimits = {
  'proceedings.domestic-abuse-assault': 'where the behaviour was domestic abuse',
  'proceedings.communications': 'counted from when the prosecutor had sufficient evidence',
  'proceedings.animal-welfare': 'counted from when the prosecutor had sufficient evidence',
  'proceedings.vehicle-taking': 'counted from when the prosecutor had sufficient evidence',
  'proceedings.road-traffic': 'counted from when the prosecutor had sufficient evidence',
} as const
export type SpecialLimit = keyof typeof specialLimits

/** Unconfirmed: which codes fall under which rule was drawn from what the offences are, not from a published list. */
const limitsByCode: Readonly<Record<string, SpecialLimit>> = {
  CJ88001: 'proceedings.domestic-abuse-assault',
  CJ88116: 'proceedings.domestic-abuse-assault',
  CA03005: 'proceedings.communications',
  TH68050: 'proceedings.vehicle-taking',
  TH68052: 'proceedings.vehicle-taking',
  TH68054: 'proceedings.vehicle-taking',
  RT88333: 'proceedings.road-traffic',
  RA88001: 'proceedings.road-traffic',
}

/** How long proceedings for an offence may be started. */
type TimeLimit =
  /** An indictable offence, or no offence at all. */
  | { readonly kind: 'none' }
  /** Six months from the offence, and longer under `longer` where its conditions are met. */
  | { readonly kind: 'six-months'; readonly longer: SpecialLimit | null }

/** The time limit for starting proceedings for an offence. Source: Magistrates' Courts Act 1980 s.127. */
export function timeLimitOf({ base, modeOfTrial }: Offence): TimeLimit {
  if (modeOfTrial !== 'summary-only') return { kind: 'none' }
  const animalWelfare = base.startsWith('AW06') ? 'proceedings.animal-welfare' : null
  return { kind: 'six-months', longer: limitsByCode[base] ?? animalWelfare }
}
