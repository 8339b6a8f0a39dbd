import { type FormReader, formReader } from '../../duties/writing/form-reader.ts'
import type { Permission } from '../../agencies/permissions.ts'
import type { Sent } from '../../platform/access/sent.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { type AskingTyped, askingFields, readAsking } from './asking-fields.ts'
import { longestDescription } from './requirements.ts'
import { detailFields, detailsSent, readDetails } from './detail-fields.ts'
import type { Giver } from './from-whom.ts'
import { type MaterialUse, materialUses } from './held-material.ts'
import { type SeenItem, waitingRequest } from './read-register.ts'
import type { Asking, MaterialCommand } from './register.ts'

/** What an act may need besides what was typed: who may give material, and who asks whom. */
export type ActFacts = {
  readonly item: SeenItem
  readonly givers: readonly Giver[]
  /** A request by the viewer's agency to the unit that keeps the register. */
  readonly asking: (typed: AskingTyped) => Asking
  readonly viewer: Viewer
  readonly settings: DeadlineSettings
}

type ItemCommand = Unsigned<
  Exclude<MaterialCommand, { readonly type: 'AddMaterial' | 'RequestMaterial' | 'AttachFile' }>
>

/** One thing that may be done to an item, with its form. */
export type ItemAct = {
  /** The last part of its address. */
  readonly act: string
  readonly permission: Permission
  /** The link that leads to it, which is also the title of its page. */
  readonly title: string
  readonly button: string
  /** Where what a rule says no to is shown. */
  readonly field: string
  /** True where it may be done to an item that stands so. What was withdrawn is never asked about. */
  fits(item: SeenItem, viewer: Viewer): boolean
  /** The form as it begins. */
  sent?(item: SeenItem): Sent
  fields(form: Form, facts: ActFacts): Content
  parse(sent: Sent, facts: ActFacts): Parsed<ItemCommand>
  /** What is confirmed at the top once it is done. */
  readonly done: string
}

function parsing(sent: Sent, read: (reader: FormReader) => ItemCommand | null): Parsed<ItemCommand> {
  const reader = formReader(sent)
  const command = read(reader)
  return reader.errors.length > 0 || command === null ? rejected(sent, reader.errors) : accepted(command)
}

const reasonField = (form: Form, label: string, hint = 'It stays on the record of the case'): Content =>
  textarea({ name: 'reason', rows: 4, label, hint, ...form.field('reason') })

const reasonIn = (reader: FormReader, missing: string): string => reader.text('reason', missing, longestDescription)

const notObtained = ['missing', 'refused', 'not-reasonable'] as const
const uses = Object.keys(materialUses) as MaterialUse[]

const receive: ItemAct = {
  act: 'receive',
  permission: 'material.record',
  title: 'Record that it was received',
  button: 'Record it as received',
  field: 'received',
  fits: ({ state }) => state !== 'received',
  fields: () => html`<p class="govuk-body">
    From now on the item stands as received, and who asked for it sees that. To send it with the answer, attach its file
    instead: that records it as received, too.
  </p>`,
  parse: (_, { item, settings }) => accepted({ type: 'ReceiveMaterial', item: item.key, settings }),
  done: 'The material is recorded as received',
}

const notHere: ItemAct = {
  act: 'not-obtained',
  permission: 'material.record',
  title: 'Record that it cannot be had',
  button: 'Record it',
  field: 'reason',
  fits: ({ state }) => state !== 'received',
  fields: (form) => [
    radios({
      name: 'state',
      fieldset: { legend: { text: 'Why it is not here', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: [
        { value: 'missing', text: 'It is missing', hint: 'It should exist and was not found' },
        { value: 'refused', text: 'It was refused', hint: 'Whoever holds it does not give it' },
        { value: 'not-reasonable', text: 'It is not reasonable to obtain it' },
      ],
      ...form.field('state'),
    }),
    reasonField(form, 'Reason'),
  ],
  parse: (sent, { item }) =>
    parsing(sent, (reader) => {
      const state = reader.choice('state', notObtained, 'Select why it is not here')
      const reason = reasonIn(reader, 'Enter the reason')
      return state && { type: 'ReportNotObtained', item: item.key, state, reason }
    }),
  done: 'It is recorded why the material is not here',
}

const lost: ItemAct = {
  act: 'lost',
  permission: 'material.record',
  title: 'Record that it is lost',
  button: 'Record it as lost',
  field: 'reason',
  fits: ({ state }) => state === 'received',
  fields: (form) => reasonField(form, 'How it was lost, and what was done to find it'),
  parse: (sent, { item }) =>
    parsing(sent, (reader) => ({
      type: 'MarkLost',
      item: item.key,
      reason: reasonIn(reader, 'Enter how it was lost'),
    })),
  done: 'The material is recorded as lost',
}

const use: ItemAct = {
  act: 'use',
  permission: 'material.record',
  title: 'Decide what it is used for',
  button: 'Record the use',
  field: 'use',
  fits: () => true,
  sent: (item) => ({ use: item.use === 'undecided' ? '' : item.use, reason: item.useReason ?? '' }),
  fields: (form) => [
    radios({
      name: 'use',
      fieldset: { legend: { text: 'What it is used for', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: [
        { value: 'evidence', text: materialUses.evidence, hint: 'The prosecution relies on it' },
        { value: 'unused', text: materialUses.unused, hint: 'Relevant and not relied on: it goes on schedule MG6C' },
        {
          value: 'unused-sensitive',
          text: materialUses['unused-sensitive'],
          hint: 'Disclosing it would harm an important public interest: it goes on schedule MG6D, which the defence does not get',
        },
        { value: 'not-relevant', text: materialUses['not-relevant'], hint: 'It can have no bearing on the case' },
        { value: 'undecided', text: materialUses.undecided },
      ],
      ...form.field('use'),
    }),
    reasonField(form, 'Reason', 'Needed where it is sensitive. It stays on the record of the case'),
  ],
  parse: (sent, { item }) =>
    parsing(sent, (reader) => {
      const chosen = reader.choice('use', uses, 'Select what it is used for')
      const missing =
        chosen === 'unused-sensitive' ? 'Enter why disclosing it would harm an important public interest' : undefined
      const reason = reader.text('reason', missing, longestDescription)
      return chosen && { type: 'DecideUse', item: item.key, use: chosen, reason }
    }),
  done: 'The use is recorded',
}

const correct: ItemAct = {
  act: 'correct',
  permission: 'material.record',
  title: 'Correct what is recorded',
  button: 'Correct it',
  field: 'title',
  fits: () => true,
  sent: detailsSent,
  fields: (form, { givers }) => [detailFields(form, givers), reasonField(form, 'Why this is corrected')],
  parse: (sent, { item, givers }) =>
    parsing(sent, (reader) => {
      const details = readDetails(reader, givers)
      const reason = reasonIn(reader, 'Enter why this is corrected')
      return details && { type: 'CorrectMaterial', item: item.key, details, reason }
    }),
  done: 'The material is corrected',
}

const askAgain: ItemAct = {
  act: 'ask',
  permission: 'material.request',
  title: 'Ask for it again',
  button: 'Ask for it',
  field: 'why',
  fits: ({ state }) => state !== 'requested' && state !== 'received',
  fields: (form) => askingFields(form),
  parse: (sent, { item, asking }) =>
    parsing(sent, (reader) => ({ type: 'AskAgain', item: item.key, request: asking(readAsking(reader, sent)) })),
  done: 'The material is asked for again',
}

const takeBack: ItemAct = {
  act: 'take-back',
  permission: 'material.request',
  title: 'Take the request back',
  button: 'Take it back',
  field: 'reason',
  // What an action plan asks for is no longer asked for there.
  fits: (item, { agency }) => waitingRequest(item)?.agency === agency && !item.plans.some(({ waits }) => waits),
  fields: (form) => reasonField(form, 'Why it is not needed any longer'),
  parse: (sent, { item, viewer: { agency } }) =>
    parsing(sent, (reader) => {
      const reason = reasonIn(reader, 'Enter why it is not needed any longer')
      return { type: 'TakeRequestBack', item: item.key, reason, agency }
    }),
  done: 'The request is taken back',
}

const withdraw: ItemAct = {
  act: 'withdraw',
  permission: 'material.record',
  title: 'Withdraw it from the material',
  button: 'Withdraw it',
  field: 'reason',
  fits: (item) => waitingRequest(item) === null,
  fields: (form) => [
    html`<p class="govuk-body">
      For an item that should never have been here, such as one of another case. It stays readable with the reason, and
      counts for nothing any longer; its files can be opened by nobody. Nothing is ever deleted.
    </p>`,
    reasonField(form, 'Reason'),
  ],
  parse: (sent, { item }) =>
    parsing(sent, (reader) => ({
      type: 'WithdrawMaterial',
      item: item.key,
      reason: reasonIn(reader, 'Enter the reason'),
    })),
  done: 'The material is withdrawn',
}

/** Everything that may be done to an item by a form of words, the likeliest first. */
export const itemActs: readonly ItemAct[] = [receive, notHere, askAgain, takeBack, use, correct, lost, withdraw]

/** What the viewer may do to an item as it stands. */
export const actsFor = (item: SeenItem, viewer: Viewer): readonly ItemAct[] =>
  item.withdrawnAt === null
    ? itemActs.filter((one) => viewer.permissions.includes(one.permission) && one.fits(item, viewer))
    : []
