import { matchesFixtures } from '../fixtures.ts'
import { taskList } from './task-list.ts'

matchesFixtures('task-list', taskList)
