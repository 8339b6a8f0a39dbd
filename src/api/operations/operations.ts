import type { Operation } from '../operation.ts'
import { recordAllegation } from './allegation.ts'
import { answerAction } from './answer-action.ts'
import { readActionPlan, readDecisions, readTriage } from './charging.ts'
import { decideCrime, decideInvestigation } from './decisions-of-police.ts'
import { readHappenings } from './happenings.ts'
import { recordMaterial } from './material.ts'
import { readACase } from './read-a-case.ts'
import { recordReferral } from './referral.ts'
import { recordSuspect } from './suspect.ts'

/** Everything that another system may ask for, in the order in which it is documented. */
export const operations: readonly Operation[] = [
  recordAllegation,
  decideCrime,
  decideInvestigation,
  recordSuspect,
  recordMaterial,
  recordReferral,
  readTriage,
  readActionPlan,
  answerAction,
  readDecisions,
  readACase,
  readHappenings,
]
