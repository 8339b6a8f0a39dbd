/**
 * What a police and crime plan must set out for the planning period.
 *
 * Source: Police Reform and Social Responsibility Act 2011, section 7(1)(a) to (f); text read as at 11 March 2014.
 */
export const statutoryContents = {
  a: 'The police and crime objectives of the local policing body',
  b: 'The policing of the area that the chief officer is to provide',
  c: 'The financial and other resources that the body gives the chief officer',
  d: 'The means by which the chief officer reports to the body on the provision of policing',
  e: 'The means by which the chief officer’s performance will be measured',
  f: 'The crime and disorder reduction grants that the body is to make, and their conditions',
} as const

export type StatutoryContent = keyof typeof statutoryContents

export const statutoryContentKeys = ['a', 'b', 'c', 'd', 'e', 'f'] as const satisfies readonly StatutoryContent[]

export const isStatutoryContent = (key: string): key is StatutoryContent => Object.hasOwn(statutoryContents, key)

/** The limbs under which an objective may fall: Police Reform and Social Responsibility Act 2011, section 7(2). */
export const objectiveLimbs = {
  policing: 'The policing of the area',
  'crime-reduction': 'Crime and disorder reduction in the area',
  'national-international': 'The force’s national or international functions',
} as const

export type ObjectiveLimb = keyof typeof objectiveLimbs
