import { refusals } from '../platform/refusal.ts'

export const refuseCalendar = refusals({
  'calendar.beyond-known-holidays':
    'This needs the bank holidays of {year}, and those of {first} to {last} are known. An area administrator can load a later list, under Administration.',
  'calendar.no-holidays-loaded':
    'No bank holidays are loaded yet. Whoever runs Frankpledge loads the GOV.UK list with `frankpledge calendar update FILE`.',
  'calendar.counting-undecided':
    'Say who decided that the day that starts the clock counts, and on which day. Nothing was changed.',
  'calendar.unusable-file': '{file} cannot be loaded: {reason}.',
  'calendar.list-not-newer':
    'The bank holidays in force are those known on {inForce}, so a list known on {vintage} cannot take their place. Nothing was loaded.',
  'calendar.known-year-lost':
    'The bank holidays of {year} are known, and this list does not have them. Nothing was loaded.',
  'calendar.years-left-out':
    'The bank holidays in force end with {last} and this list begins with {first}, so the years between would not be known. Nothing was loaded.',
})
