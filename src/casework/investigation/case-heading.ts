/** The letters and figures of a case's own id: none that is taken for another when it is read out, and no vowels. */
export const caseIdLetters = '23456789BCDFGHJKMNPQRSTVWXYZ'
export const caseIdLength = 8

const shape = new RegExp(`^[${caseIdLetters}]{${caseIdLength}}$`)

export const isCaseId = (text: string): boolean => shape.test(text)

/** `7KQ2-M9XD`, as it is read out and written down. */
export const shownCaseId = (id: string): string => (isCaseId(id) ? `${id.slice(0, 4)}-${id.slice(4)}` : id)

/** What a case is called: by its URN once it has one, before that by its crime reference, first by its report's number. */
export function caseHeading({
  id,
  crimeReference,
  urn = null,
}: {
  readonly id: string
  readonly crimeReference: string | null
  readonly urn?: string | null
}): string {
  if (urn !== null) return `Case ${urn}`
  return crimeReference === null ? `Report ${shownCaseId(id)}` : `Crime ${crimeReference}`
}
