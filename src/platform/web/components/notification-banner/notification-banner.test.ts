import { matchesFixtures } from '../fixtures.ts'
import { notificationBanner } from './notification-banner.ts'

matchesFixtures('notification-banner', notificationBanner)
