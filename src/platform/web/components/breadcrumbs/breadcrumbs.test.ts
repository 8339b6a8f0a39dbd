import { matchesFixtures } from '../fixtures.ts'
import { breadcrumbs } from './breadcrumbs.ts'

matchesFixtures('breadcrumbs', breadcrumbs)
