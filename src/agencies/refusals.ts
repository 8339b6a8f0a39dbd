import { refusals } from '../platform/refusal.ts'

export const refuseAgency = refusals({
  'agency.kind-fixed': 'An agency cannot become one of another kind. Declare a new agency with a code of its own.',
  'agency.not-declared': 'There is no such agency yet, so it can have no units.',
})
