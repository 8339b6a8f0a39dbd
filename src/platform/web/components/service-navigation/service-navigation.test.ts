import { Html } from '../../html.ts'
import { matchesFixtures } from '../fixtures.ts'
import { serviceNavigation, type ServiceNavigation } from './service-navigation.ts'

/** In the fixtures a slot that is a string is markup. */
function slotsAsMarkup(slots: NonNullable<ServiceNavigation['slots']>) {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => [name, typeof slot === 'string' ? new Html(slot) : slot]),
  )
}

matchesFixtures('service-navigation', (options: ServiceNavigation) =>
  serviceNavigation(options.slots ? { ...options, slots: slotsAsMarkup(options.slots) } : options),
)
