import { type Sent, textOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { FieldError } from '../../platform/web/layout/form.ts'

// The record of a person is not the record of a case, so what a colleague corrected meanwhile is asked of it apart.

/** Each correction of somebody's details so far, the first first: which details, and not what they were. */
export async function readCorrections(tx: Tx, person: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('person_change')
    .select('what')
    .where('person', '=', person)
    .where('number', '>', 1)
    .orderBy('number')
    .execute()
  return rows.map(({ what }) => what)
}

/** How many corrections there had been when the form was shown. */
export const correctionsField = (corrections: readonly string[]): Content =>
  html`<input type="hidden" name="corrections" value="${corrections.length}" />`

/** What a colleague corrected since the form was shown. Sent again, the form goes through. */
export function correctedMeanwhile(sent: Sent, corrections: readonly string[]): FieldError | null {
  const since = corrections.slice(Number(textOf(sent, 'corrections')) || 0)
  if (since.length === 0) return null
  const what = since.map((one) => one.charAt(0).toLowerCase() + one.slice(1)).join('; ')
  const text = `While you wrote, a colleague changed these details: ${what}. Compare them with what you typed and send it again`
  return { field: 'corrections', text, href: '#main-content' }
}
