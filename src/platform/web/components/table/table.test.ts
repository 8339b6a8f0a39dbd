import { matchesFixtures } from '../fixtures.ts'
import { table } from './table.ts'

matchesFixtures('table', table)
