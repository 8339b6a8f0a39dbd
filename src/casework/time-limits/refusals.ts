import { refusals } from '../../platform/refusal.ts'

export const refuseTimeLimit = refusals({
  'time-limit.none':
    '{code} is an indictable offence, so no time limit of the magistrates’ court applies to it (Magistrates’ Courts Act 1980 s.127(2)).',
  'time-limit.no-offence':
    '{code} is no offence to be tried, so no time limit for proceedings applies to it. Check the code.',
  'time-limit.unknown-offence':
    'The list of offences of {knownOn} does not have {code}. Check the code, or leave it out.',
  'time-limit.evidence-before-offence': 'Evidence cannot come to knowledge before the offence. Check both dates.',
})
