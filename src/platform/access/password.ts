import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id, which is the library's default kind: 64 MiB and 3 passes on one lane, well above its default of 19 MiB
 * and 2. About 0.1 s a guess here, and memory that makes guessing in parallel dear.
 */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

export const shortestPassword = 12
/** Long enough for any pass phrase; a limit so that nobody makes the server hash a megabyte. */
const longestPassword = 200

/** The same characters give the same password, however a keyboard composes them. */
const normal = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost)

let standIn: Promise<string> | undefined

/**
 * Whether the password is the one that was hashed. Without a hash, because there is no such account or it has no
 * password, the same work is done and the answer is no: the time taken does not tell which.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const known = passwordHash ?? (await (standIn ??= hashPassword('a password that nobody has')))
  const matches = password.length <= longestPassword && (await verify(known, normal(password)))
  return passwordHash !== null && matches
}

/** What is wrong with a password somebody wants, in a sentence; null when it will do. */
export function passwordFault(password: string, email: string): string | null {
  const characters = Array.from(normal(password))
  if (characters.length < shortestPassword) return `Enter a password of at least ${shortestPassword} characters`
  if (password.length > longestPassword) return `Enter a password of at most ${longestPassword} characters`
  if (new Set(characters).size < 5) return 'Enter a password with more different characters in it'
  const plain = normal(password).toLowerCase()
  const known = [email.toLowerCase(), email.toLowerCase().split('@')[0] ?? '']
  if (known.some((word) => word.length >= 5 && plain.includes(word))) {
    return 'Enter a password that does not contain your email address'
  }
  return null
}

/** Letters and digits that nobody mistakes for one another when they are read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 5
const groupLength = 4

/** A password to hand over once, such as `k7mp-x2fd-q9ra-wn4e-hj6t`: 99 random bits. */
export const newOneTimePassword = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')
