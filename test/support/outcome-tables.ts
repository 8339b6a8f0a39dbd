import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { outcomeTablesFolder } from '../../src/measures/outcomes/demonstration.ts'

/** The published table of September 2016. */
export const september2016 = (): Promise<Buffer> =>
  readFile(path.join(outcomeTablesFolder, '2016/principal_offence_category_september_2016.csv'))

/** The same month with one homicide conviction more in Bedfordshire, and so nationally: a revision. */
export const revised = (table: Buffer): Buffer =>
  Buffer.from(
    table
      .toString()
      .replace('National,73,89.0%,9,11.0%', 'National,74,89.2%,9,10.8%')
      .replace('Bedfordshire,3,100.0%', 'Bedfordshire,4,100.0%'),
  )
