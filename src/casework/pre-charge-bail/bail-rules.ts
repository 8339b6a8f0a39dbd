import { dutyRule } from '../../duties/rules.ts'

const pace = {
  instrument: 'Police and Criminal Evidence Act 1984',
  edition: 'as amended by the Police, Crime, Sentencing and Courts Act 2022 Sch 4, for arrests from 28 October 2022',
  checkedOn: '2026-11-22',
  confidence: 'confirmed',
  unit: 'Calendar months.',
  boundary:
    'They begin with the day after the arrest and end on the day before the one with the same number. Over at the end ' +
    'of that day, weekend or not.',
  movedBy:
    'An extension that is authorised before the period ends. Time with the prosecutor for a charging decision may not count (s.47ZL, unconfirmed).',
} as const

const pace2017 = {
  ...pace,
  edition: 'as inserted by the Policing and Crime Act 2017 s.63, for arrests from 3 April 2017 to 27 October 2022',
} as const

export const initialPeriod = dutyRule({
  ...pace,
  code: 'bail.initial-period',
  title: 'Bail before charge: initial period',
  section: '47ZB(1)',
  changedBy: 'An inspector or above may extend it; in an FCA, HMRC, NCA or SFO case a designated senior officer.',
})

export const initialPeriod2017 = dutyRule({
  ...pace2017,
  code: 'bail.initial-period-2017',
  title: 'Bail before charge: initial period, arrests before 28 October 2022',
  section: '47ZB(1)',
  unit: 'Days; months in a Serious Fraud Office case.',
  boundary: 'They begin with the day after the arrest, which is day 1. Over at the end of the last day.',
  changedBy: 'A superintendent or above may extend it.',
})

export const inspectorExtension = dutyRule({
  ...pace,
  code: 'bail.inspector-extension',
  title: 'Bail before charge: inspector’s extension',
  section: '47ZD(2)',
  changedBy: 'An inspector or above authorises it: conditions A to D, after representations (s.47ZD(1) to (4)).',
})

export const superintendentExtension = dutyRule({
  ...pace,
  code: 'bail.superintendent-extension',
  title: 'Bail before charge: superintendent’s extension',
  section: '47ZDA(2)',
  changedBy: 'A superintendent or above authorises it: conditions A to D, after representations (s.47ZDA(1) to (4)).',
})

export const superintendentExtension2017 = dutyRule({
  ...pace2017,
  code: 'bail.superintendent-extension-2017',
  title: 'Bail before charge: superintendent’s extension, arrests before 28 October 2022',
  section: null,
  confidence: 'unconfirmed',
  changedBy: 'A superintendent or above authorises it.',
})

export const agencyExtension = dutyRule({
  ...pace,
  code: 'bail.agency-extension',
  title: 'Bail before charge: extension in an FCA, HMRC, NCA or SFO case',
  section: '47ZDB',
  changedBy: 'A designated senior officer of the investigating body authorises it: conditions A to D.',
})

export const designatedExtension = dutyRule({
  ...pace,
  code: 'bail.designated-extension',
  title: 'Bail before charge: extension of an exceptionally complex case',
  section: '47ZE(3)',
  changedBy:
    'A commander, an assistant chief constable or above authorises it, after consulting the Director of Public ' +
    'Prosecutions, who must have designated the case (s.47ZE(2) and (5)).',
})

export const courtExtension = dutyRule({
  ...pace,
  code: 'bail.court-extension',
  title: 'Bail before charge: first extension by the court',
  section: '47ZF(4) and (6)',
  movedBy:
    'Nothing but another extension. An application made in time that the court cannot hear in time keeps bail going ' +
    'until it is determined (s.47ZJ(3)).',
  changedBy: 'A magistrates’ court, on application before the period ends: conditions B to D.',
})

export const furtherCourtExtension = dutyRule({
  ...pace,
  code: 'bail.further-court-extension',
  title: 'Bail before charge: further extension by the court',
  section: '47ZG',
  confidence: 'unconfirmed',
  boundary: 'Counted from the end of the period before. Over at the end of the last day, weekend or not.',
  changedBy: 'A magistrates’ court, on application before the period ends: conditions B to D.',
})

export const streetBail = dutyRule({
  ...pace,
  code: 'bail.street-bail',
  title: 'Street bail: attendance at a police station',
  section: '30B(8)',
  confidence: 'unconfirmed',
  edition:
    'as amended by the Police, Crime, Sentencing and Courts Act 2022 Sch 4 para 25, for arrests from 28 October 2022',
  unit: 'Calendar months, or 28 days for an arrest before 28 October 2022.',
  boundary:
    'Counted from the day after the arrest, as other bail before charge is: that is our reading. Over at the end of the last day.',
  movedBy: 'Nothing known to us.',
  changedBy: 'The constable names the day; it cannot be later than this.',
})

export const reviewUnderInvestigation = dutyRule({
  code: 'investigation.review-under-investigation',
  title: 'Review of a suspect released under investigation',
  instrument: 'No instrument: release under investigation has no clock in statute',
  section: null,
  edition: null,
  checkedOn: null,
  confidence: 'unconfirmed',
  unit: 'Calendar days.',
  boundary: 'The day of release, or of the review before, is day 0. In time until the end of the last day.',
  movedBy: 'A review, which starts the next.',
  changedBy: 'The area, by its setting investigation.under-investigation-review-days.',
})
