import { refusals } from '../refusal.ts'

export const refuseAccount = refusals({
  'account.exists': 'This account exists already.',
  'account.not-found': 'There is no such account.',
  'account.email-taken': 'Another account, open or closed, has this email address. Each address has one account.',
  'account.closed': 'This account is closed. Reopen it first.',
  'account.not-closed': 'This account is open already.',
  'account.own-account': 'Nobody changes their own account, but for its password. Ask another administrator.',
  'account.unknown-role': 'There is no role called {role}.',
  'account.role-not-for-agency': 'The role {role} cannot be held in an agency of this kind.',
  'account.area-administrators-only': 'Only an area administrator can do this: the role {role} reaches every agency.',
  'account.no-reason': 'Say why: the reason is kept with the account.',
  'account.demonstration': 'Demonstration accounts have no passwords and take part in nothing but the demonstration.',
  'account.no-such-unit': 'The agency {agency} has no unit {unit}.',
  'account.no-such-agency': 'There is no agency {agency}.',
})
