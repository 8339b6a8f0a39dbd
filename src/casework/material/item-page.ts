import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { timeline } from '../../platform/web/components/timeline/timeline.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { page } from '../../platform/web/layout/page.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { Looking } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { sizeWords } from './file-words.ts'
import { type Giver, giverWords } from './from-whom.ts'
import { materialKinds, materialStates, materialUses } from './held-material.ts'
import { actsFor } from './item-acts.ts'
import { type SeenFile, type SeenItem, type SeenRequest, waitingRequest } from './read-register.ts'
import { stateWords } from './register-tab.ts'

/** An item as it is looked at. */
type ItemView = Looking & {
  readonly file: CaseFile
  readonly item: SeenItem
  readonly givers: readonly Giver[]
  /** Names of colleagues by their account. */
  readonly names: ReadonlyMap<string, string>
  /** What was just done, in words. */
  readonly done: string | null
}

/** One item: what it is, where it stands, what may be done, its files, and everything that happened to it. */
export function itemPage(view: ItemView): Html {
  const { chrome, file, item, done } = view
  const { id } = file.summary
  const heading = caseHeading(file.summary)
  return page(chrome, {
    title: `Material ${item.key}`,
    heading: `${item.key}: ${item.title}`,
    caption: heading,
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: heading, href: paths.deskCase(id) },
      { text: 'Material', href: paths.deskCaseMaterial(id) },
      { text: item.key },
    ],
    notice: done === null ? undefined : { type: 'success', text: done },
    body: [
      item.withdrawnAt !== null && withdrawnNote(item),
      html`<div class="fp-columns">
        <div>
          ${summaryList({ rows: itemRows(view) })} ${actions(view)} ${files(view)} ${requests(view)}
        </div>
        ${history(view)}
      </div>`,
    ],
  })
}

const withdrawnNote = ({ withdrawnReason }: SeenItem): Content =>
  insetText({
    html: html`<p class="govuk-body"><strong>Withdrawn.</strong> This item counts for nothing any longer.</p>
      ${paragraphs(withdrawnReason ?? '', 'Reason')}`,
  })

const row = (key: string, value: Content): SummaryRow => ({ key: { text: key }, value: { html: html`${value}` } })

function itemRows(view: ItemView): readonly SummaryRow[] {
  const { item, file, viewer, at, givers } = view
  const waiting = waitingRequest(item)
  const standing = {
    state: item.state,
    dueAt: item.dueAt,
    asker: waiting?.asker ?? null,
    askedBy: waiting?.agency ?? null,
    duty: waiting?.duty ?? null,
    planDuty: item.planDuty,
  }
  const looked = { caseId: file.summary.id, force: file.summary.force, viewer, at }
  return [
    row('Kind', materialKinds[item.kind]),
    row('State', [stateWords(standing, looked), item.stateReason && paragraphs(item.stateReason, 'Reason')]),
    row('Use', [materialUses[item.use], item.useReason && paragraphs(item.useReason, 'Reason')]),
    row('From', giverWords(givers, item.from) ?? 'Nobody in particular'),
    row('Exhibit reference', item.exhibitReference ?? 'None'),
    row('Description', item.description ? paragraphs(item.description) : 'None'),
  ]
}

/** The likeliest act as a button, the others as links. */
function actions({ file, item, viewer }: ItemView): Content {
  const acts = actsFor(item, viewer).map(({ act, title }) => ({
    text: title,
    href: paths.deskCaseMaterialAct(file.summary.id, item.key, act),
  }))
  const [first, ...others] = acts
  if (!first) return null
  return html`<div class="fp-actions">
    ${button({ ...first, classes: 'govuk-button--secondary' })}
    ${others.map(({ text, href }) => html`<a class="govuk-link" href="${href}">${text}</a>`)}
  </div>`
}

const mayRecord = ({ permissions }: Viewer): boolean => permissions.includes('material.record')

const labelled = (label: string, words: Content): Cell => ({ html: words, attributes: { 'data-label': label } })

function files(view: ItemView): Content {
  const { file, item, viewer } = view
  const attach = paths.deskCaseMaterialAct(file.summary.id, item.key, 'attach')
  return html`<section aria-labelledby="files">
    <h2 class="govuk-heading-m" id="files">Files</h2>
    ${
      item.files.length === 0
        ? html`<p class="govuk-body">No file is attached.</p>`
        : table({
            classes: 'fp-stacked fp-files',
            caption: 'Files of this item',
            captionClasses: 'govuk-visually-hidden',
            head: ['File', 'Size', 'Attached'],
            rows: item.files.map((one) => fileCells(view, one)),
          })
    }
    ${mayRecord(viewer) && item.withdrawnAt === null && button({ text: 'Attach a file', href: attach, classes: 'govuk-button--secondary' })}
  </section>`
}

function fileCells({ file, item, viewer, names }: ItemView, one: SeenFile): readonly Cell[] {
  const { id } = file.summary
  const by = names.get(one.account) ?? 'somebody in another agency'
  const isOpen = one.withdrawnAt === null && item.withdrawnAt === null
  const why = one.withdrawnAt === null ? 'Withdrawn with its item' : `Withdrawn: ${one.withdrawnReason}`
  const named = isOpen
    ? html`<a class="govuk-link fp-file" href="${paths.deskCaseMaterialFile(id, item.key, one.number)}" download
        >${one.name}</a
      >`
    : html`<s class="fp-file">${one.name}</s> <span class="fp-duty__about">${why}</span>`
  const withdraw =
    isOpen && mayRecord(viewer)
      ? html`<span class="fp-below"
          ><a class="govuk-link" href="${paths.deskCaseMaterialFileWithdraw(id, item.key, one.number)}"
            >Withdraw<span class="govuk-visually-hidden"> the file ${one.name}</span></a
          ></span
        >`
      : null
  return [
    labelled('File', [named, withdraw]),
    labelled('Size', sizeWords(one.bytes)),
    labelled('Attached', html`${formatInstant(one.at)}<span class="fp-duty__about">by ${by}</span>`),
  ]
}

function requests({ file, item, names }: ItemView): Content {
  if (item.requests.length === 0) return null
  return html`<section aria-labelledby="requests">
    <h2 class="govuk-heading-m" id="requests">Who asked for it</h2>
    ${item.requests.map((request) =>
      summaryList({
        rows: [
          row(
            'Asked',
            html`${formatInstant(request.at)}<span class="fp-duty__about">by ${[names.get(request.account), request.asker].filter(Boolean).join(', ')}</span>`,
          ),
          row('Why', paragraphs(request.why)),
          plansOf(item, request, file),
          row('Answer', answer(request, names)),
        ],
      }),
    )}
  </section>`
}

/** The items of action plans that asked, with their page. */
function plansOf({ plans }: SeenItem, { number }: SeenRequest, { summary }: CaseFile): SummaryRow | null {
  const asked = plans.filter(({ request }) => request === number)
  if (asked.length === 0) return null
  const words = asked.map(({ referral, key }) => `${key} of referral ${referral}`).join(', ')
  return row('Action plan', html`<a class="govuk-link" href="${paths.deskCaseCharging(summary.id)}">${words}</a>`)
}

const who = (account: string, names: ItemView['names']): string => names.get(account) ?? 'somebody in another agency'

function answer({ answer, answeredAt, answeredBy, takenBackAt }: SeenRequest, names: ItemView['names']): Content {
  if (takenBackAt !== null) return `Not needed any longer, since ${formatInstant(takenBackAt)}`
  if (answer === null || answeredAt === null) return 'Not answered yet'
  return html`${materialStates[answer]}<span class="fp-duty__about"
      >${formatInstant(answeredAt)}, by ${who(answeredBy ?? '', names)}</span
    >`
}

/** The item's own record, the latest first. Its number stands over the page, so that no line says it again. */
const history = ({ item, names }: ItemView): Content =>
  html`<section class="fp-owed" aria-labelledby="history">
    <h2 class="govuk-heading-s" id="history">What happened to it</h2>
    ${timeline({
      headingLevel: 3,
      items: item.happenings.map(({ at, account, event, detail }) => ({
        label: { text: event.replace(`: ${item.key}`, '') },
        byline: { text: who(account, names) },
        datetime: { timestamp: at, text: formatInstant(at) },
        html: detail
          .filter(([label, text]) => label !== 'What' || text !== item.title)
          .map(([label, text]) => paragraphs(text, label)),
      })),
    })}
  </section>`
