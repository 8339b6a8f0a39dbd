import { refusals } from '../../refusal.ts'

export const refuseToken = refusals({
  'api-token.exists': 'This token exists already.',
  'api-token.not-found': 'There is no such token.',
  'api-token.name-missing': 'Give the system a name that colleagues will recognise.',
  'api-token.no-scope': 'Choose at least one thing that the system may do.',
  'api-token.scope-not-for-agency': 'No role in an agency of this kind may “{scope}”, so no system of it may either.',
  'api-token.expires-too-late': 'A token lasts {days} days at most. Choose an earlier day.',
  'api-token.expired-from-start': 'Choose a day on which the token ends that is still to come.',
  'api-token.reason-missing': 'Say why the token is ended. The reason is kept with it.',
  'api-token.too-long': 'Use {limit} characters or fewer.',
})
