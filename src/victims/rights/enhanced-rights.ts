/**
 * Why a victim has enhanced rights. Any one is enough; all that apply are kept.
 *
 * Source: Victims' Code (in force 1 April 2021), as Nottinghamshire Police, the Bedfordshire Police and Crime
 * Commissioner and Hertfordshire Beacon set it out. The Code's own list of the most serious crimes has not been read.
 */
export const enhancedGrounds = {
  'most-serious-crime': 'Victim of one of the most serious crimes',
  'persistently-targeted': 'Persistently targeted',
  vulnerable: 'Vulnerable: a mental disorder, a learning disability or a physical disability',
  intimidated: 'Intimidated: afraid or distressed about giving evidence',
  'under-18': 'Under 18',
} as const

export type EnhancedGround = keyof typeof enhancedGrounds

export const isEnhancedGround = (text: string): text is EnhancedGround => Object.hasOwn(enhancedGrounds, text)
