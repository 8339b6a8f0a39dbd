import { paths } from '../../paths.ts'
import { ownAddress } from '../web/permission.ts'
import type { Sent } from './sent.ts'

/** Where somebody wanted to be before they were asked to sign in: a page of ours, else the work list. */
export const nextOf = (sent: Sent): string => ownAddress(sent['next']) ?? paths.desk

/** An address that carries on where `next` is. */
export const withNext = (address: string, next: string): string =>
  next === paths.desk ? address : `${address}?next=${encodeURIComponent(next)}`
