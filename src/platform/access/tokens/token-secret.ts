import { createHash, randomBytes } from 'node:crypto'

/** So that a secret that got into a file can be found by searching for it. */
const prefix = 'frankpledge_'
const shape = /^frankpledge_[\w-]{43}$/

/** 256 random bits, which only the other system keeps. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64url')}`

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The secret of an `Authorization: Bearer …` header; null for anything else. */
export function secretIn(header: string | undefined): string | null {
  const [scheme = '', secret = '', ...more] = (header ?? '').split(' ')
  return scheme.toLowerCase() === 'bearer' && more.length === 0 && shape.test(secret) ? secret : null
}
