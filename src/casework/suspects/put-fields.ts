import type { Instant } from '../../calendar/instant.ts'
import type { FormReader } from '../../duties/writing/form-reader.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { input } from '../../platform/web/components/input/input.ts'
import type { Content } from '../../platform/web/html.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import { choose, namesOf } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { ChargePut } from './suspect-state.ts'

const hows = { 'in-person': 'In person, at the police station', requisition: 'By postal requisition' } as const
const longestRole = 200

/** Which charges were put, when and by whom. */
export const chargesField = (form: Form, charges: readonly ProposedCharge[]): Content => [
  checkboxes({
    name: 'charges',
    fieldset: { legend: { text: 'Which charges were put?' } },
    classes: 'govuk-checkboxes--small',
    items: charges.map(({ key, offence }) => ({ value: key, text: offence.title, hint: `${key} · ${offence.code}` })),
    ...form.choices('charges'),
  }),
  momentFields(form, 'charged', 'Day of the charge', 'Detention and bail end with it'),
  input({
    name: 'by-whom',
    label: 'By whom, as a role',
    hint: 'Such as “custody sergeant”, without a name',
    ...form.field('by-whom'),
  }),
]

/** The same, and how: whether police or the prosecutor decided. */
export const putFields = (form: Form, charges: readonly ProposedCharge[]): Content => [
  chargesField(form, charges),
  choose(form, 'how', 'How?', hows),
]

export const putStart = (charges: readonly ProposedCharge[], at: Instant): Sent => ({
  ...momentSent('charged', at),
  how: 'in-person',
  charges: charges.map(({ key }) => key),
})

type ChargesPut = Pick<ChargePut, 'byWhom'> & { readonly chargedAt: Instant; readonly charges: readonly string[] }

export function readChargesPut(reader: FormReader, sent: Sent, at: Instant): ChargesPut | null {
  const charges = formOf(sent).choices('charges').values
  if (charges.length === 0) reader.wrong('charges', 'Select at least one charge')
  const chargedAt = readMoment(reader, sent, 'charged', 'the charge', at)
  const byWhom = reader.text('by-whom', 'Enter by whom it was put', longestRole)
  return chargedAt && { chargedAt, byWhom, charges }
}

export function readPut(reader: FormReader, sent: Sent, at: Instant): (ChargesPut & Pick<ChargePut, 'how'>) | null {
  const put = readChargesPut(reader, sent, at)
  const how = reader.choice('how', namesOf(hows), 'Select how it was put')
  return put && how && { ...put, how }
}
