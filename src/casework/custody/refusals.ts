import { refusals } from '../../platform/refusal.ts'

export const refuseCustody = refusals({
  'custody.offence-not-indictable':
    '{code} is a summary offence. Detention beyond 24 hours without charge needs an indictable offence, which includes one triable either way (PACE 1984 s.42(1)(b)).',
  'custody.unknown-offence': 'The list of offences does not have {code}. Check the code, or leave it out.',
  'custody.out-of-order': '{later} cannot be before {earlier}. Check both times.',
  'custody.warrant-too-late':
    'A warrant of further detention cannot begin after the 96 hours that are the longest time of all: they end on {end}. Check the time of issue and the arrival.',
})
