import type { Offence } from '../offences/offence.ts'

/**
 * What takes a case out of the hands of police, whatever the offence and the plea. The confirmed ones were read; the
 * others stood in the 5th edition and the excerpt of the 6th that we hold ends before them, so that pages say so.
 *
 * Source: Director's Guidance on Charging, 6th edition, Desktop Guide (excerpt).
 */
export const exclusions = {
  consent: { text: 'The consent of the Director of Public Prosecutions or a Law Officer is needed', confirmed: true },
  death: { text: 'The case involves a death', confirmed: true },
  terrorism: { text: 'Terrorism or official secrets', confirmed: true },
  'hate-or-domestic': { text: 'Hate crime or domestic abuse, as the CPS defines them', confirmed: true },
  harassment: { text: 'Harassment or stalking', confirmed: true },
  disorder: { text: 'Violent disorder or affray', confirmed: false },
  wounding: { text: 'Wounding, grievous bodily harm or assault occasioning actual bodily harm', confirmed: false },
  'sexual-under-18': { text: 'A sexual offence by or upon somebody under 18', confirmed: false },
  licensing: { text: 'An offence under the Licensing Act 2003', confirmed: false },
} as const

export type Exclusion = keyof typeof exclusions

export const isExclusion = (text: string): text is Exclusion => Object.hasOwn(exclusions, text)

export const exclusionNames = Object.keys(exclusions).filter(isExclusion)

type Shape = { readonly exclusion: Exclusion; readonly codes: RegExp; readonly titles?: RegExp }

/** Unconfirmed: which codes fall under which exclusion was drawn from what the offences are, not from a published list. */
const shapes: readonly Shape[] = [
  { exclusion: 'death', codes: /^$/, titles: /\b(murder|manslaughter|infanticide)\b|\bcaus\w* (the )?death\b/i },
  { exclusion: 'terrorism', codes: /^OS(89|11|20)/, titles: /terroris|official secret/i },
  {
    exclusion: 'hate-or-domestic',
    codes: /^CD98|^SC15004/,
    titles: /^racially|^attempted racially|controlling \/ coercive/i,
  },
  { exclusion: 'harassment', codes: /^PH97|^CD98069|^CD9807[6-9]/ },
  { exclusion: 'disorder', codes: /^PU8600[23]/ },
  { exclusion: 'wounding', codes: /^OF610(16|17|18|19)|^OF61131|^OF61102|^CD9807[23]/ },
  { exclusion: 'licensing', codes: /^LG03/ },
]

/** The exclusions that follow from the offence itself. What turns on the people in the case only police can say. */
export function exclusionsOf({ code, title }: Pick<Offence, 'code' | 'title'>): readonly Exclusion[] {
  const applies = ({ exclusion, codes, titles }: Shape): boolean =>
    exclusion === 'hate-or-domestic'
      ? codes.test(code) && (titles?.test(title) ?? false)
      : codes.test(code) || (titles?.test(title) ?? false)
  return shapes.filter(applies).map(({ exclusion }) => exclusion)
}
