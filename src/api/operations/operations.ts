import type { Operation } from '../operation.ts'
import { recordAllegation } from './allegation.ts'
import { decideCrime, decideInvestigation } from './decisions-of-police.ts'
import { readHappenings } from './happenings.ts'
import { readACase } from './read-a-case.ts'

/** Everything that another system may ask for, in the order in which it is documented. */
export const operations: readonly Operation[] = [
  recordAllegation,
  decideCrime,
  decideInvestigation,
  readACase,
  readHappenings,
]
