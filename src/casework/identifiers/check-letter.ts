/** The 23 letters in the order of their remainders: no I, O or S, which could be read as figures. */
const letters = 'ZABCDEFGHJKLMNPQRTUVWXY'

/**
 * The check letter of an arrest/summons number or a PNC id: the remainder of the digits, read as one number, modulo
 * 23. The number may have more digits than a JavaScript number holds exactly.
 *
 * Source: ministryofjustice/bichard7-next-core packages/core/lib/Asn.ts and ministryofjustice/hmpps-person-record
 * PNCIdentifier.kt, as published in 2026.
 */
export const checkLetterOf = (digits: string): string => letters[Number(BigInt(digits) % 23n)] ?? ''
