import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { type PlanWords, longestStrategy } from '../investigation/lines.ts'

export function parsePlan(sent: Sent): Parsed<PlanWords> {
  const reader = formReader(sent)
  const objectives = reader.text('objectives', 'Enter at least one objective', longestStrategy)
  const strategy = reader.text('strategy', 'Enter how the objectives will be reached', longestStrategy)
  if (reader.errors.length > 0) return rejected(sent, reader.errors)
  return accepted({ objectives: objectives.split(/\r?\n/), strategy })
}

/** Writes the plan of the investigation, or its next version. */
export const planPage = (shown: CaseForm): Html =>
  caseFormPage(shown, {
    title: 'Investigation plan',
    action: paths.deskCaseInquiryAct(shown.file.summary.id, 'plan'),
    button: 'Keep the plan',
    cancel: paths.deskCaseInquiries(shown.file.summary.id),
    fields: [
      textarea({
        name: 'objectives',
        rows: 5,
        label: 'Objectives, one to a line',
        hint: 'What the investigation is to establish, whichever way it turns out',
        ...shown.form.field('objectives'),
      }),
      textarea({
        name: 'strategy',
        rows: 8,
        label: 'Strategy',
        hint: 'How the objectives will be reached, what comes first, and what is decided against and why',
        ...shown.form.field('strategy'),
      }),
    ],
  })
