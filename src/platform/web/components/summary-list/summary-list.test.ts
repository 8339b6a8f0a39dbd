import { matchesFixtures } from '../fixtures.ts'
import { summaryList } from './summary-list.ts'

matchesFixtures('summary-list', summaryList)
