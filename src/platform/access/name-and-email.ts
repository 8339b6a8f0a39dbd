const longestName = 100
/** Control characters, and those that turn the direction of writing: neither is part of a name, and both can lie. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What is wrong with a person's name, in a sentence; null when it will do. */
export function nameFault(name: string): string | null {
  if (name === '') return 'Enter the person’s name'
  if (unseen.test(name)) return 'Enter the name without control characters'
  return name.length > longestName ? `Enter a name of at most ${longestName} characters` : null
}

/**
 * One `@` with something on both sides: whether it arrives is found out by using it. Printable ASCII only, so that no
 * two addresses look alike, and the database folds their case as we do.
 */
const emailShape = /^[!-?A-~]{1,64}@[!-?A-~]{1,190}$/

/** What is wrong with an email address, in a sentence; null when it will do. */
export const emailFault = (email: string): string | null =>
  emailShape.test(email) ? null : 'Enter an email address, such as name@agency.example'

/**
 * An email address as it is compared with others. Signing in looks for this and counts failures by this: were the two
 * different, one account could be tried under many spellings, each with failures of its own.
 */
export const comparedEmail = (email: string): string => email.trim().toLowerCase()
