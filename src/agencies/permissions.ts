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
  'plan.write': 'Change the police and crime plan, its objectives and what they are measured by.',
  'measures.read': 'See measures in the work space before they are published.',
  'calendar.administer': 'Load a newer list of bank holidays.',
  'accounts.administer': 'Add and close accounts of the agency, and give and take their roles.',
  'accounts.administer-area': 'The same for every agency of the area.',
  'looks.read': 'Search the log of who in the agency looked at personal data.',
} as const

export type Permission = keyof typeof permissions
