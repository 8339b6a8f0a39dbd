import { refuseAccount } from './refusals.ts'

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'account_email_taken'

/**
 * That an email address has one account is a rule over all accounts, and a stream knows only itself. So the table's
 * index holds it, in the same transaction as the event, and what the index says is said as the refusal it is. No
 * stream has to carry the address, or a hash of it that could be tried against a list of names.
 */
export async function refusingTakenEmail<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isTaken(error) ? refuseAccount('account.email-taken') : error
  }
}
