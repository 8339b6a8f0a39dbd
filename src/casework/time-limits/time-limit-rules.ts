import { dutyRule } from '../../duties/rules.ts'

const fixed = {
  edition: null,
  checkedOn: '2026-11-22',
  movedBy: 'Nothing moves it. A weekend or a bank holiday on the last day does not either.',
  changedBy: 'Nobody: only Parliament.',
} as const

const within =
  'The first day does not count; the last is the one with the same number, or the last of a shorter month. In time ' +
  'when the court office receives it by the end of that day.'
const beginning = 'The first day counts, so the last is the day before the one with the same number.'

export const summaryOffence = dutyRule({
  ...fixed,
  code: 'proceedings.summary-offence',
  title: 'Summary offence: start of proceedings',
  instrument: 'Magistrates’ Courts Act 1980',
  section: '127(1)',
  confidence: 'confirmed',
  unit: 'Calendar months from the offence.',
  boundary: within,
})

export const domesticAbuseAssault = dutyRule({
  ...fixed,
  code: 'proceedings.domestic-abuse-assault',
  title: 'Common assault or battery as domestic abuse: start of proceedings',
  instrument: 'Criminal Justice Act 1988',
  section: '39A(4)',
  edition: 'as inserted by the Police, Crime, Sentencing and Courts Act 2022 s.49',
  confidence: 'confirmed',
  unit: 'Calendar months: 6 from the statement or recorded interview, and 24 from the offence; the earlier.',
  boundary: within,
})

export const communications = dutyRule({
  ...fixed,
  code: 'proceedings.communications',
  title: 'Improper use of a communications network: start of proceedings',
  instrument: 'Communications Act 2003',
  section: '127(5)',
  confidence: 'confirmed',
  unit: 'Calendar months: 6 beginning with the day of sufficient evidence, and 36 beginning with the offence; the earlier.',
  boundary: beginning,
})

export const animalWelfare = dutyRule({
  ...fixed,
  code: 'proceedings.animal-welfare',
  title: 'Animal welfare offence: start of proceedings',
  instrument: 'Animal Welfare Act 2006',
  section: '31',
  confidence: 'unconfirmed',
  unit: 'Calendar months: 6 beginning with the day of sufficient evidence, and 36 beginning with the offence; the earlier.',
  boundary: beginning,
})

export const vehicleTaking = dutyRule({
  ...fixed,
  code: 'proceedings.vehicle-taking',
  title: 'Taking a mechanically propelled vehicle: start of proceedings',
  instrument: 'Theft Act 1968',
  section: null,
  checkedOn: null,
  confidence: 'unconfirmed',
  unit: 'Calendar months: 6 beginning with the day of sufficient evidence, and 36 beginning with the offence; the earlier.',
  boundary: beginning,
})

export const roadTraffic = dutyRule({
  ...fixed,
  code: 'proceedings.road-traffic',
  title: 'Road traffic offence with a longer limit: start of proceedings',
  instrument: 'Road Traffic Offenders Act 1988',
  section: '6',
  checkedOn: null,
  confidence: 'unconfirmed',
  unit: 'Calendar months: 6 from the day of sufficient evidence, and 36 from the offence; the earlier.',
  boundary: within,
})
