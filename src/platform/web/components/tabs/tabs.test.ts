import { matchesFixtures } from '../fixtures.ts'
import { tabs } from './tabs.ts'

matchesFixtures('tabs', tabs)
