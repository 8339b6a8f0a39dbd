import { refuseInvestigation } from '../investigation/refusals.ts'

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'case_summary_urn'

/**
 * That a URN names one case is a rule over all cases, those that nobody here may see included, and a stream knows only
 * itself. So the table's index holds it, in the same transaction as the event, and what the index says is said as the
 * refusal it is.
 */
export async function refusingTakenUrn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isTaken(error)) throw refuseInvestigation('investigation.urn-taken')
    throw error
  }
}
