import { matchesFixtures } from '../fixtures.ts'
import { errorSummaryBlock } from './error-summary.ts'

matchesFixtures('error-summary', errorSummaryBlock)
