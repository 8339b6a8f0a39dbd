import { dueWords } from '../../duties/duty-words.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { fileTypes } from '../file-check/file-check.ts'
import { type HeldMaterial, materialKinds, materialStates } from '../material/held-material.ts'
import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import type { FileSent, FollowedPoint, NamedMaterial, RejectionGround } from './case-referrals.ts'
import type { EventOf } from './commands.ts'
import { allRejectionReasons } from './rejection-reasons.ts'
import { categories } from './terms.ts'

/** A line of the timeline: what it is, and the words. */
export type Line = readonly [string, string]

export const due = (what: string, event: { readonly due: Deadline }): Line => [what, dueWords(event.due)]

export const optional = (what: string, words: string): readonly Line[] => (words.trim() ? [[what, words]] : [])

export const materialWords = ({ key, title }: NamedMaterial): string => `${key} ${title}`

/** The same with how it stands, where it is not here: "M3 Footage (missing)". */
export const materialStanding = ({ state, ...item }: NamedMaterial & Pick<HeldMaterial, 'state'>): string =>
  state === 'received' ? materialWords(item) : `${materialWords(item)} (${lowered(materialStates[state])})`

export const lowered = (words: string): string =>
  /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)

export const followedLine = ({ advice, point, followed, why }: FollowedPoint): Line => [
  `Advice ${advice}, point ${point}`,
  followed ? 'Followed' : `Not followed: ${why}`,
]

/** "Exhibits missing: M3 Knife: the photograph is of another one". */
export const groundWords = ({ reason, material, about }: RejectionGround): string =>
  [allRejectionReasons[reason], material && materialWords(material), about].filter(Boolean).join(': ')

export const itemLines = ({
  key,
  what,
  asksFor,
  due: by,
}: EventOf<'ActionPlanSent'>['items'][number]): readonly Line[] => [
  [key, `${what}, by ${dueWords(by)}${asksFor ? `. Asked for on the register: ${materialKinds[asksFor]}` : ''}`],
]

export const fileLines = (file: FileSent): readonly Line[] => [
  ['Category', categories[file.category].title],
  ...optional('Why', file.categoryReason),
  ...file.suspects.map(({ number, charges }): Line => [
    `Suspect ${number}`,
    charges.map(({ offence }) => offence.title).join('; '),
  ]),
  ['Anticipated plea', anticipatedPleas[file.plea]],
  ['File', fileTypes[file.fileType]],
  ...file.gaps.map(({ what, reason }): Line => [`Without: ${what}`, reason]),
  ['Supervisor’s comments', file.supervisorComments],
]
