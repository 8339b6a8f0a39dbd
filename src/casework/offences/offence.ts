import { type OffenceCode, type OffenceQualifier, checkOffenceCode } from '../identifiers/offence-code.ts'

/** How an offence may be tried; the class that the rules of charging, allocation and time limits turn on. */
const modesOfTrial = ['summary-only', 'either-way', 'indictable-only'] as const
export type ModeOfTrial = (typeof modesOfTrial)[number]

export const modeOfTrialNames: Readonly<Record<ModeOfTrial, string>> = {
  'summary-only': 'Summary only',
  'either-way': 'Either way',
  'indictable-only': 'Indictable only',
}

/** An offence as the CJS list has it, with the facts about it that rules need. */
export type Offence = {
  readonly code: OffenceCode
  readonly title: string
  /** The list's own category, such as CE. */
  readonly category: string
  /** Null for a code that is no offence to be tried: a breach, an application, enforcement of a fine. */
  readonly modeOfTrial: ModeOfTrial | null
  readonly motoring: boolean
  /** Whether it is recorded on the Police National Computer. */
  readonly recordable: boolean
  /** What the code's last letter adds, such as an attempt. */
  readonly qualifier: OffenceQualifier | null
  /** The offence without that letter. */
  readonly base: OffenceCode
}

const modesByCategory: Readonly<Record<string, ModeOfTrial>> = {
  CE: 'either-way',
  CI: 'indictable-only',
  CS: 'summary-only',
  CM: 'summary-only',
}

/** One line of the CJS list. Throws for a code that does not have the shape of one: the list would be damaged. */
export function offenceOf(line: {
  readonly cjsCode: string
  readonly offenceCategory: string
  readonly offenceTitle: string
  readonly recordableOnPnc: boolean
}): Offence {
  const checked = checkOffenceCode(line.cjsCode)
  if (!checked.ok) throw new Error(`The list of offences has the code ${line.cjsCode}, and ${checked.reason}`)
  const { code, base, qualifier } = checked
  const category = line.offenceCategory
  return {
    code,
    title: line.offenceTitle,
    category,
    modeOfTrial: modesByCategory[category] ?? null,
    motoring: category === 'CM',
    recordable: line.recordableOnPnc,
    qualifier,
    base,
  }
}

/** Indictable in law: what the Crown Court can try, so either way too (Interpretation Act 1978 Sch 1). */
export const isIndictable = ({ modeOfTrial }: Offence): boolean =>
  modeOfTrial === 'either-way' || modeOfTrial === 'indictable-only'
