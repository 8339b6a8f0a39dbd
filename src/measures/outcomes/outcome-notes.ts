import { type LocalMonth, parseLocalMonth } from '../../calendar/local-month.ts'

/** Something odd that was found in the published figures, and where. */
type OutcomeNote = {
  readonly months: readonly LocalMonth[]
  /** Rows of the published table. */
  readonly areas: readonly string[]
  readonly note: string
}

/** Found by comparing each area's month with its middle month: no other month of any area falls so far below it. */
const notes: readonly OutcomeNote[] = [
  {
    months: [parseLocalMonth('2015-12'), parseLocalMonth('2016-01')],
    areas: ['bedfordshire', 'hertfordshire'],
    note: 'Bedfordshire and Hertfordshire have about a quarter of their usual number in December 2015 and more than one and a half times it in January 2016. It looks as though cases of one month were counted in the next. The figures stand here as published.',
  },
]

/** What is known to be odd about some rows of the published tables, in all months or in one. */
export const notesOn = (rows: readonly string[], month: LocalMonth | null = null): readonly OutcomeNote[] =>
  notes.filter(
    ({ areas, months }) => areas.some((area) => rows.includes(area)) && (month === null || months.includes(month)),
  )
