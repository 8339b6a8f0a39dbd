import type { Instant } from '../../calendar/instant.ts'
import type { Decider, Rows } from '../../platform/record/decider.ts'
import { refusePoints } from './refusals.ts'
import type { Element, PointsToProve } from './points-to-prove.ts'

type Acted = { readonly at: Instant; readonly by: string }

/** An area's own wording of what must be proved for one offence. The defences stay those of the statute. */
export type OwnPoints = Omit<PointsToProve, 'codes' | 'source' | 'defences'>

/** `at` is when the command is given, `by` the account that gives it. */
export type PointsCommand = Acted & {
  readonly type: 'ChangePoints'
  /** The code of the offence, which is the stream's id. */
  readonly code: string
  readonly points: OwnPoints
  readonly reason: string
}

type PointsEvent = Acted & {
  readonly type: 'PointsChanged'
  readonly code: string
  readonly points: OwnPoints
  readonly reason: string
}

type Version = Acted & { readonly points: OwnPoints; readonly reason: string }

/** Every version that an area wrote, oldest first; the last one holds. */
export type AreaPoints = { readonly code: string; readonly versions: readonly Version[] }

/** Longest text of one element, and longest reason, in characters. */
export const longestElement = 500
export const longestReason = 2000
export const mostElements = 30

/**
 * What must be proved for an offence, as the area's lawyers have made it theirs. The first draft comes with the
 * software and is unconfirmed; a review keeps the points as they stood when it took them.
 */
export const ownPoints: Decider<AreaPoints | null, PointsCommand, PointsEvent> = {
  kind: 'points-to-prove',
  permissions: { ChangePoints: 'charging.points' },
  initial: null,
  decide: changePoints,
  evolve: (state, { code, points, reason, at, by }) => ({
    code,
    versions: [...(state?.versions ?? []), { points, reason, at, by }],
  }),
  rows: rowsOf,
}

function changePoints(command: PointsCommand, state: AreaPoints | null): PointsEvent[] {
  const { code, points, reason, at, by } = command
  if (!points.title.trim() || !points.statute.trim()) throw refusePoints('points.words-missing')
  if (!reason.trim()) throw refusePoints('points.reason-missing')
  requireShort(reason, longestReason)
  for (const words of [points.title, points.statute, points.section ?? '']) requireShort(words, longestElement)
  checkElements(points.elements)
  const before = state?.versions.at(-1)?.points
  if (before && said(before) === said(points)) throw refusePoints('points.nothing-changed')
  return [{ type: 'PointsChanged', code, points, reason, at, by }]
}

/** All that the points say, as one text to compare. */
const said = ({ title, statute, section, confidence, elements }: OwnPoints): string =>
  JSON.stringify([title, statute, section, confidence, elements.map(({ key, words }) => [key, words])])

function checkElements(elements: readonly Element[]): void {
  if (elements.length === 0) throw refusePoints('points.no-element')
  if (elements.length > mostElements) throw refusePoints('points.too-many', { limit: mostElements })
  for (const { words } of elements) {
    if (!words.trim()) throw refusePoints('points.element-empty')
    requireShort(words, longestElement)
  }
  const distinct = (all: readonly string[]): boolean => new Set(all).size === all.length
  const spoken = elements.map(({ words }) => words.trim().toLowerCase())
  if (!distinct(spoken) || !distinct(elements.map(({ key }) => key))) throw refusePoints('points.element-twice')
}

function requireShort(words: string, limit: number): void {
  if (words.length > limit) throw refusePoints('points.too-long', { limit })
}

function rowsOf(state: AreaPoints | null): Rows {
  if (!state) return {}
  const { code, versions } = state
  return {
    points_to_prove: versions.map(({ points, reason, at, by }, index) => ({
      code,
      version: index + 1,
      title: points.title,
      statute: points.statute,
      section: points.section,
      elements: points.elements,
      confidence: points.confidence,
      reason,
      changed_at: at,
      changed_by: by,
      current: index === versions.length - 1,
    })),
  }
}
