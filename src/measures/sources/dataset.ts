import type { LocalMonth } from '../../calendar/local-month.ts'

/** A body of published data that figures are imported from. */
export type Dataset = {
  /** Lower case words joined by hyphens: `cps-outcomes`. */
  readonly key: string
  readonly title: string
  readonly publisher: string
  /** Where its publisher describes it, when that address is known. */
  readonly address: string | null
  readonly licence: Licence
  /** What one row of a file is, in a sentence. */
  readonly about: string
  /** What a period is called to a reader: `2016-09` → `September 2016`. */
  periodName(period: string): string
  /** The month that a period is of, and the place, when a file is of one place only. */
  covers(period: string): { readonly month: LocalMonth; readonly place: string | null }
  /** The page that shows a period's figures, when there is one. */
  readonly pageOf?: (period: string) => string
  /** Whole tables of the dataset that can be downloaded. */
  readonly downloads?: ReadonlyArray<{ readonly text: string; readonly href: string }>
}

export type Licence = {
  /** SPDX identifier. */
  readonly name: string
  readonly title: string
  readonly path: string
}

export const openGovernmentLicence: Licence = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}
