import { matchesFixtures } from '../fixtures.ts'
import { genericHeader } from './generic-header.ts'

matchesFixtures('generic-header', genericHeader)
