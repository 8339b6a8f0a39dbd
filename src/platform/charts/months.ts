/** A month as `'2016-09'`, counted in months so that the next one is one more. */
export function monthNumber(month: string): number {
  const [, year, inYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (year === undefined || inYear === undefined) throw new Error(`${month} is not a month such as 2016-09`)
  return Number(year) * 12 + Number(inYear) - 1
}

export function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** Every month from the earliest to the latest of `some`, so that one that is missing keeps its place on the axis. */
export function everyMonth(some: readonly string[]): readonly string[] {
  if (some.length === 0) return []
  const numbers = some.map(monthNumber)
  const first = Math.min(...numbers)
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, place) => monthOf(first + place))
}

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "September 2016". */
export function monthName(month: string): string {
  const number = monthNumber(month)
  return `${names[number % 12]} ${Math.floor(number / 12)}`
}

/** "Sep 2016". */
export function shortMonthName(month: string): string {
  const number = monthNumber(month)
  return `${names[number % 12]?.slice(0, 3)} ${Math.floor(number / 12)}`
}

/** Months in words, those that follow one another as one run: "May 2019; April 2020 to June 2020". */
export function monthRuns(months: readonly string[]): string {
  const runs: Array<{ first: string; last: string }> = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run && monthNumber(month) === monthNumber(run.last) + 1) run.last = month
    else runs.push({ first: month, last: month })
  }
  return runs
    .map(({ first, last }) => (first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`))
    .join('; ')
}
