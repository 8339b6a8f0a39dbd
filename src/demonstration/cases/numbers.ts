import type { Instant } from '../../calendar/instant.ts'
import { type Asn, parseAsn } from '../../casework/identifiers/asn.ts'
import { checkLetterOf } from '../../casework/identifiers/check-letter.ts'
import { type PncId, parsePncId } from '../../casework/identifiers/pnc-id.ts'
import { caseHeading } from '../../casework/investigation/case-heading.ts'
import type { MadeUpCase } from './story.ts'

// The numbers of a made-up case. They have the shape of real ones and check, and belong to nothing.

const serialOf = ({ serial }: MadeUpCase, figures: number): string =>
  String(serial % 10 ** figures).padStart(figures, '0')

const yearOf = (at: Instant): string => at.slice(2, 4)

export const crimeReferenceOf = (made: MadeUpCase, reportedAt: Instant): string =>
  `${made.force.number}${yearOf(reportedAt)}${serialOf(made, 7)}`

const unitLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The unit of the force is counted up with the serial, so that a number comes once in 57 million cases. */
export function urnOf(made: MadeUpCase, reportedAt: Instant): string {
  const unit = Math.floor(made.serial / 100_000)
  const [first, second] = [Math.floor(unit / unitLetters.length) % unitLetters.length, unit % unitLetters.length]
  const letters = `${unitLetters[first] ?? 'A'}${unitLetters[second] ?? 'A'}`
  return `${made.force.number}${letters}${serialOf(made, 5)}${yearOf(reportedAt)}`
}

export const headingOf = (made: MadeUpCase, reportedAt: Instant): string =>
  caseHeading({
    id: made.id,
    crimeReference: crimeReferenceOf(made, reportedAt),
    urn: urnOf(made, reportedAt),
  })

export function asnOf(made: MadeUpCase, suspect: number, at: Instant): Asn {
  const [year, system, sequence] = [yearOf(at), '01', `${serialOf(made, 9)}${suspect}`.padStart(11, '0')]
  const letter = checkLetterOf(`${made.force.number}${system}${year}${sequence}`)
  return parseAsn(`${year}${made.force.number}ZD${system}${sequence}${letter}`)
}

/** From the first years of the number, so that it is nobody's who was born since. */
export function pncIdOf(made: MadeUpCase, suspect: number): PncId {
  const serial = `${serialOf(made, 6)}${suspect}`
  return parsePncId(`1901/${serial}${checkLetterOf(`01${serial}`)}`)
}
