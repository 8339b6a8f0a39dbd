import { type MaterialKind, type MaterialUse, neverServed } from './held-material.ts'
import type { MaterialDetails } from './register.ts'
import { refuseMaterial } from './refusals.ts'

/** Longest title, exhibit reference, and description or reason, in characters. */
export const longestTitle = 200
export const longestExhibitReference = 30
export const longestDescription = 2000

export const detailKeys = ['kind', 'title', 'description', 'from', 'exhibitReference'] as const

export function checkDetails({ title, description, exhibitReference }: MaterialDetails): void {
  if (!title.trim()) throw refuseMaterial('material.title-missing')
  requireShort(title, longestTitle)
  requireShort(description, longestDescription)
  requireShort(exhibitReference ?? '', longestExhibitReference)
}

/**
 * What is called sensitive is kept from the defence, so that it needs its reason: that disclosing it would give rise
 * to a real risk of serious prejudice to an important public interest (CPIA Code, as practice states it; the paragraph
 * was not read). What never goes to the defence stands on no schedule that does.
 */
export function checkUse(use: MaterialUse, reason: string, kind: MaterialKind): void {
  if (use === 'unused' && neverServed(kind)) throw refuseMaterial('material.never-served')
  if (use === 'unused-sensitive' && !reason.trim()) throw refuseMaterial('material.sensitive-needs-reason')
  requireShort(reason, longestDescription)
}

export function requireReason(reason: string): void {
  if (!reason.trim()) throw refuseMaterial('material.reason-missing')
  requireShort(reason, longestDescription)
}

export function requireShort(words: string, limit: number): void {
  if (words.length > limit) throw refuseMaterial('material.too-long', { limit })
}
