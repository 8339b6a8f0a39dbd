/**
 * Everything that a role may be allowed to do, each with its sentence for the page that shows who may do what. A
 * route names one of these, or `public` (anybody) or `signed-in` (any account: its own work list and its own page),
 * which no role needs to grant.
 */
export const permissions = {
  'duties.read': 'See what the agency owes and is owed, and how each date was worked out.',
  'duties.write': 'Record a duty, that it was met, or that it was waived and why.',
  'duties.publish': 'Publish a duty as a promise that everybody can read, and correct or waive one that is published.',
  'case.read': 'See the cases that the agency is on: what is alleged, the people in it and what was decided.',
  'case.record': 'Record an allegation, the people in it, and that a victim was told.',
  'case.decide': 'Decide whether a report is a crime, and whether and how it is investigated.',
  'case.supervise': 'Be named as the supervisor of an investigation.',
  'case.restrict': 'Restrict a case of the agency to named people, and lift that again.',
  'suspect.record':
    'Record suspects, arrests, interviews, detention, bail and the lines of inquiry of an investigation.',
  'material.record': 'Keep the register of a case’s material: add it, attach files, and answer what was asked for.',
  'material.request': 'Ask the investigators for material.',
  'case.refer': 'Ask the prosecutor for advice or a charging decision, and answer action plans.',
  'charge.police': 'Charge where police may, and record that a charge was put.',
  'referral.triage': 'Accept a referral for review, or reject it with reasons.',
  'charging.advise': 'Answer a request for early advice.',
  'charging.decide': 'Review a case by the Code for Crown Prosecutors, ask for more, and decide on charges.',
  'charging.points': 'Change what must be proved for an offence.',
  'api.administer': 'Give another system of the agency access by a token, and end it.',
  'plan.write': 'Change the police and crime plan, its objectives and what they are measured by.',
  'measures.read': 'See measures in the work space before they are published.',
  'calendar.administer': 'Load a newer list of bank holidays, and be told before the one in force runs out.',
  'accounts.administer': 'Add and close accounts of the agency, and give and take their roles.',
  'accounts.administer-area': 'The same for every agency of the area.',
  'looks.read': 'Search the log of who in the agency looked at personal data.',
} as const

export type Permission = keyof typeof permissions
