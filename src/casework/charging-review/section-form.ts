import type { Sent } from '../../platform/access/sent.ts'
import type { Content } from '../../platform/web/html.ts'
import type { Form, Parsed } from '../../platform/web/layout/form.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import type { PointsHere } from '../points-to-prove/read-points.ts'
import type { ReviewedCharge } from './charging-decision.ts'
import type { ReviewCommand } from './review-commands.ts'
import type { DraftShown } from './review-page.ts'

/** A command as a form gives it: who and when are added where it is performed. */
export type Order = Unsigned<ReviewCommand>

/** What the form of one section of a charge is made from. */
export type SectionShown = {
  readonly shown: DraftShown
  readonly charge: ReviewedCharge
  /** What must be proved for the offence today; null where nobody wrote it down. */
  readonly points: PointsHere | null
}

/** The form of one section of a charge: how it begins, what it asks, and what it orders. */
export type SectionForm = {
  readonly button: string
  /** The field beside which a refusal is shown. */
  readonly field: string
  begin(section: SectionShown): Sent
  parse(sent: Sent, section: SectionShown): Parsed<readonly Order[]>
  fields(form: Form, section: SectionShown): Content
}
