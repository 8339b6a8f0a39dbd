import type { Confidence } from '../../duties/rules.ts'
import type { HeldMaterial, MaterialKind } from '../material/held-material.ts'

/** The files that police build: for the prosecutor before charge, and for the court after it. */
export const fileTypes = {
  'pre-charge': 'Report to the prosecutor before charge',
  'guilty-plea': 'File for a guilty plea that is expected',
  'not-guilty-or-crown': 'File for a not guilty plea that is expected, or for the Crown Court',
} as const

export type FileType = keyof typeof fileTypes

/** When a file must hold something. Each but the first two asks about the case. */
export const needs = {
  always: 'Always',
  never: 'Never',
  'if-prosecutor-decides': 'Where the prosecutor decides on the charge',
  'if-interviewed': 'Where a suspect was interviewed',
  'if-victim': 'Where there is a victim',
  'if-in-custody': 'Where a suspect is in custody and to be kept there',
  'if-domestic-abuse': 'Where it is domestic abuse',
  'if-not-guilty-expected': 'Where a not guilty plea is expected and the prosecutor decides',
  'if-any': 'Where there is any',
} as const

export type Need = keyof typeof needs

/** One thing that a file is made of. */
export type FileRequirement = {
  readonly code: string
  readonly title: string
  /** Any one of these kinds serves. None where it is worked out from the whole register. */
  readonly kinds: readonly MaterialKind[]
  readonly need: Readonly<Record<FileType, Need>>
  /** What more the file type asks for in words: "Key statements only". */
  readonly note: string | null
}

/** What files must hold, as a national standard or an area has it. */
export type FileContents = {
  readonly source: string
  readonly confidence: Confidence
  readonly requirements: readonly FileRequirement[]
}

/** What is to be known of a case to say what its file needs. */
export type FileContext = {
  readonly contents: FileContents
  readonly prosecutorDecides: boolean
  readonly notGuiltyExpected: boolean
  readonly interviewed: boolean
  readonly hasVictim: boolean
  readonly inCustody: boolean
  readonly domesticAbuse: boolean
}

/** How one requirement of the file stands: held, still to come, not there, or not needed here and why. */
export type FileGap = {
  readonly code: string
  readonly title: string
  readonly standing: 'present' | 'awaited' | 'missing' | 'not-needed'
  /** In a sentence. */
  readonly reason: string
  readonly note: string | null
  /** The items that serve, or are awaited: `M1`. */
  readonly items: readonly string[]
}

/**
 * What the file must hold and how each part of it stands, in the order of the standard. Nothing is refused here: a
 * file with gaps may be sent, and whoever sends it says why.
 *
 * Source: Director's Guidance on Charging (6th ed.), National File Standard. The contents of each file type are
 * unconfirmed and are the area's to change: data/casework/file-contents.json.
 */
export const checkFile = (
  fileType: FileType,
  material: readonly HeldMaterial[],
  context: FileContext,
): readonly FileGap[] =>
  context.contents.requirements.map((requirement) => {
    const { code, title, note } = requirement
    return { code, title, note, ...standingOf(requirement, requirement.need[fileType], material, context) }
  })

/** What stands in the way of a whole file. */
export const gapsOf = (findings: readonly FileGap[]): readonly FileGap[] =>
  findings.filter(({ standing }) => standing === 'missing' || standing === 'awaited')

type Standing = Pick<FileGap, 'standing' | 'reason' | 'items'>

function standingOf(
  { code, kinds }: FileRequirement,
  need: Need,
  material: readonly HeldMaterial[],
  context: FileContext,
): Standing {
  const ofKind = material.filter(({ kind }) => kinds.includes(kind))
  const why = notNeeded(need, ofKind, context)
  if (why !== null) return { standing: 'not-needed', reason: why, items: [] }
  return code === unusedSchedules ? schedulesStanding(material) : heldStanding(ofKind)
}

/** Why it is not needed in this case; null where it is. */
function notNeeded(need: Need, ofKind: readonly HeldMaterial[], context: FileContext): string | null {
  switch (need) {
    case 'always':
      return null
    case 'never':
      return 'This file does not need it.'
    case 'if-prosecutor-decides':
      return context.prosecutorDecides ? null : 'Police decide on the charge.'
    case 'if-interviewed':
      return context.interviewed ? null : 'No suspect was interviewed.'
    case 'if-victim':
      return context.hasVictim ? null : 'There is no victim who can be named.'
    case 'if-in-custody':
      return context.inCustody ? null : 'No suspect is in custody.'
    case 'if-domestic-abuse':
      return context.domesticAbuse ? null : 'It is not recorded as domestic abuse.'
    case 'if-not-guilty-expected':
      if (!context.prosecutorDecides) return 'Police decide on the charge.'
      return context.notGuiltyExpected ? null : 'A guilty plea is expected.'
    case 'if-any':
      return ofKind.length > 0 ? null : 'There is none on the register.'
  }
}

/** What cannot reasonably be had is not a gap, and its reason stands at the item. */
function heldStanding(ofKind: readonly HeldMaterial[]): Standing {
  const inState = (state: HeldMaterial['state']) => ofKind.filter((item) => item.state === state)
  const [received, awaited, excused] = [inState('received'), inState('requested'), inState('not-reasonable')]
  if (awaited.length > 0) {
    const reason = received.length > 0 ? 'Some is held, and more was asked for.' : 'It was asked for and not answered.'
    return { standing: 'awaited', reason, items: keysOf(awaited) }
  }
  if (received.length > 0) return { standing: 'present', reason: heldReason(ofKind), items: keysOf(received) }
  if (excused.length > 0 && excused.length === ofKind.length) {
    return { standing: 'not-needed', reason: 'It is not reasonable to obtain it.', items: keysOf(excused) }
  }
  if (ofKind.length > 0)
    return { standing: 'missing', reason: 'It was not obtained, or is lost.', items: keysOf(ofKind) }
  return { standing: 'missing', reason: 'There is none on the register.', items: [] }
}

/** What is held may do, and whoever sends or accepts the file is told that it is not all that there was. */
function heldReason(ofKind: readonly HeldMaterial[]): string {
  const gone = ofKind.filter(({ state }) => state === 'missing' || state === 'refused')
  return gone.length === 0 ? 'It is held.' : `It is held, without ${keysOf(gone).join(', ')}: not obtained, or lost.`
}

/** The requirement whose documents are worked out from the register rather than held on it. */
export const unusedSchedules = 'unused-schedules'

/** The schedules are worked out once it is decided for everything received what it is used for. */
function schedulesStanding(material: readonly HeldMaterial[]): Standing {
  const received = material.filter(({ state }) => state === 'received')
  const undecided = received.filter(({ use }) => use === 'undecided')
  if (undecided.length > 0) {
    return { standing: 'missing', reason: 'The use of some material is not decided yet.', items: keysOf(undecided) }
  }
  if (received.length === 0) return { standing: 'missing', reason: 'There is no material on the register.', items: [] }
  const unused = received.filter(({ use }) => use === 'unused' || use === 'unused-sensitive')
  return { standing: 'present', reason: 'The use of all material is decided.', items: keysOf(unused) }
}

const keysOf = (items: readonly HeldMaterial[]): readonly string[] => items.map(({ key }) => key)
