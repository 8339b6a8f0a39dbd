import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type Category, categoryCodes } from './terms.ts'

/** Which part of what waits is shown: referrals of one category, questions of police, or every referral. */
export type TriageShown = Category | 'advice' | 'all'

export type TriageQuery = { readonly shown: TriageShown; readonly unit: string; readonly page: number }

const parts: readonly TriageShown[] = ['all', ...categoryCodes, 'advice']

/** Anything that is not understood counts as not asked. */
export function parseTriageQuery(sent: Sent): TriageQuery {
  const page = Number(textOf(sent, 'page'))
  return {
    shown: parts.find((one) => one === textOf(sent, 'show')) ?? 'all',
    unit: textOf(sent, 'unit'),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

export function triagePath({ shown, unit, page }: TriageQuery): string {
  const query = new URLSearchParams()
  if (shown !== 'all') query.set('show', shown)
  if (unit) query.set('unit', unit)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `${paths.deskTriage}?${text}` : paths.deskTriage
}
