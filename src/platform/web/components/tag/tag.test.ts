import { matchesFixtures } from '../fixtures.ts'
import { tag } from './tag.ts'

matchesFixtures('tag', tag)
