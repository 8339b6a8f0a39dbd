import { matchesFixtures } from '../fixtures.ts'
import { pagination } from './pagination.ts'

matchesFixtures('pagination', pagination)
