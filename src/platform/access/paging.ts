import { type Sent, textOf } from './sent.ts'

const furthest = 100_000

/** The page of a list that the query asks for; the first for anything else. */
export function pageOf(query: Sent): number {
  const text = textOf(query, 'page')
  const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
  return Math.min(number, furthest)
}
