import { matchesFixtures } from '../fixtures.ts'
import { panel } from './panel.ts'

matchesFixtures('panel', panel)
