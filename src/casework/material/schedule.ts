import type { SeenMaterial } from './read-material.ts'
import { materialStates, neverServed } from './held-material.ts'

/** The schedules of unused material: what is not sensitive, and what is. */
export const schedules = {
  mg6c: { form: 'MG6C', title: 'Schedule of non-sensitive unused material', use: 'unused' },
  mg6d: { form: 'MG6D', title: 'Schedule of sensitive unused material', use: 'unused-sensitive' },
} as const

export type Schedule = keyof typeof schedules

export const isSchedule = (text: string): text is Schedule => Object.hasOwn(schedules, text)

/** A line of a schedule. It names nobody: MG6C is served on the defence. */
export type ScheduleLine = {
  readonly number: number
  /** The item's number in the register, by which the case knows it. */
  readonly item: string
  readonly title: string
  readonly description: string
  readonly exhibitReference: string | null
  /** Empty where it is held. */
  readonly held: string
  /** Why it is sensitive; on MG6D alone. */
  readonly reason: string | null
}

/** What stands as unused and never goes to the defence: its kind was corrected after its use was decided. */
export const keptOff = (material: readonly SeenMaterial[]): readonly SeenMaterial[] =>
  material.filter(({ use, kind }) => use === schedules.mg6c.use && neverServed(kind))

/**
 * The lines of a schedule, numbered in the order of the register: everything relevant that is not relied on. Nothing
 * that never goes to the defence is on MG6C, however it is recorded.
 */
export const scheduleLines = (schedule: Schedule, material: readonly SeenMaterial[]): readonly ScheduleLine[] =>
  material
    .filter(({ use }) => use === schedules[schedule].use)
    .filter(({ kind }) => schedule !== 'mg6c' || !neverServed(kind))
    .map(({ key, title, description, exhibitReference, state, useReason }, index) => ({
      number: index + 1,
      item: key,
      title,
      description,
      exhibitReference,
      held: state === 'received' ? '' : materialStates[state],
      reason: schedule === 'mg6d' ? useReason : null,
    }))

/** A cell that a spreadsheet takes for a formula begins with one of these. */
const formula = /^[=+\-@\t\r]/

/** Quoted, and never read as a formula. */
const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** The schedule as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. */
export function scheduleCsv(schedule: Schedule, lines: readonly ScheduleLine[]): string {
  const head = ['Number', 'Item', 'Exhibit reference', 'Title', 'Description', 'If not held']
  const rows = lines.map(({ number, item, exhibitReference, title, description, held, reason }) => [
    String(number),
    item,
    exhibitReference ?? '',
    title,
    description,
    held,
    ...(schedule === 'mg6d' ? [reason ?? ''] : []),
  ])
  const all = [[...head, ...(schedule === 'mg6d' ? ['Why it is sensitive'] : [])], ...rows]
  return `\uFEFF${all.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/**
 * What is presumed to be disclosed, for whoever fills a schedule in.
 *
 * Source: Attorney General's Guidelines on Disclosure (in force 29 May 2024). Unconfirmed: the paragraphs were not read.
 */
export const presumedDisclosable = [
  'Incident logs (CAD), crime reports and the investigation log',
  'Records made at the time',
  'The custody record',
  'Forensic results',
  'CCTV and body-worn video that is not used',
  'Earlier accounts by the complainant or the suspect',
  'Records of interviews',
  'Communications of witnesses and the complainant, and anything on which their reliability may be challenged',
  'Previous convictions and misconduct of key witnesses and officers',
] as const
