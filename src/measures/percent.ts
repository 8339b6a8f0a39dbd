/**
 * A share in tenths of a percent, a half rounded up: 1 of 16 is 6.25%, so 63. Null when there is nothing to divide by.
 * Worked out on whole numbers, so that no figure depends on how a computer keeps fractions.
 */
export function permilleOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  return Math.floor((2000 * part + whole) / (2 * whole))
}

/** `86.4`, always with one decimal; null when there is nothing to divide by. */
export function percentOf(part: number, whole: number): string | null {
  const permille = permilleOf(part, whole)
  return permille === null ? null : `${Math.floor(permille / 10)}.${permille % 10}`
}

/** True when a published share, in tenths of a percent, is the share to one decimal however a half was rounded. */
export const agrees = (permille: number, part: number, whole: number): boolean =>
  Math.abs(2 * (permille * whole - 1000 * part)) <= whole
