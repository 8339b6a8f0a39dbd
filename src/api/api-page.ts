import { paths } from '../paths.ts'
import type { Json } from '../platform/record/decider.ts'
import { details } from '../platform/web/components/details/details.ts'
import { wideTable } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'
import { type Example, examples } from './examples.ts'
import type { Operation } from './operation.ts'

/** How another system uses the API, for whoever writes one. `url` is where the API stands. */
export const apiPage = (chrome: Chrome, operations: readonly Operation[], url: string): Html =>
  page(chrome, {
    title: 'For other systems',
    lede: 'A police records system can tell of an allegation, its suspects and its material, refer them to the prosecutor, and read what was decided. Nobody types anything twice.',
    body: html`
      ${begin(url)} ${operationTable(operations)} ${exampleList(operations, url)} ${again} ${versions} ${order}
      ${following} ${refusalTable} ${limits}
    `,
  })

const begin = (url: string): Content =>
  html`<p class="govuk-body">
      Messages are JSON over HTTPS below <span class="fp-code">${url}</span>. The
      <a class="govuk-link" href="${paths.openApi}">OpenAPI 3.1 document</a> describes every message and every answer, and
      is made from the same definitions that check them.
    </p>
    <p class="govuk-body">
      An administrator of your agency makes a token for your system and chooses what it may do. Send it as
      <span class="fp-code">Authorization: Bearer …</span> with every request. Your system then sees and does what somebody
      of your agency with those permissions could, and what it does stands on the record under its name.
    </p>`

const operationTable = (operations: readonly Operation[]): Content =>
  html`<h2 class="govuk-heading-m">What your system can do</h2>
    ${wideTable({
      label: 'What your system can do',
      head: ['What', 'Request', 'Scope'],
      rows: operations.map(({ summary, method, path, scope }) => [
        summary,
        html`<span class="fp-code">${method} ${path}</span>`,
        html`<span class="fp-code">${scope}</span>`,
      ]),
    })}
    <p class="govuk-body">
      <span class="fp-code">{case}</span> is what we call the case, or what your system calls it after
      <span class="fp-code">reference:</span>
    </p>`

const exampleList = (operations: readonly Operation[], url: string): Content =>
  html`<h2 class="govuk-heading-m">Examples</h2>
    <p class="govuk-body">These messages work as they stand, in this order. All people in them are made up.</p>
    ${examples.map((example, index) =>
      details({
        summaryText: operations.find(({ id }) => id === example.operation)?.summary ?? example.operation,
        html: html`<pre class="fp-message">${requestText(example, index, url)}</pre>`,
      }),
    )}
    <p class="govuk-body">Each is answered with what we call the case, and whether this version changed anything:</p>
    <pre class="fp-message">${jsonText({ case: '7KQ2M9XD', sequence: 1, applied: true })}</pre>`

const jsonText = (json: Json): string => JSON.stringify(json, null, 2)

const requestText = ({ address, body }: Example, index: number, url: string): string =>
  [
    `POST ${url}${address}`,
    'Authorization: Bearer frankpledge_…',
    `Idempotency-Key: 5f0c6b1e-2d3a-4c52-9f0e-${String(index + 1).padStart(12, '0')}`,
    'Content-Type: application/json',
    '',
    jsonText(body),
  ].join('\n')

const again = html`<h2 class="govuk-heading-m">When an answer is lost</h2>
  <p class="govuk-body">
    Give every message a key of its own, keep both until the message is acknowledged, and send it again with the same key
    as often as you like. However often it comes, and if it comes twice at the same moment, it is recorded once and
    answered the same. The receipt stands on the record in the same transaction as what the message did.
  </p>`

const versions = html`<h2 class="govuk-heading-m">When something changes</h2>
  <p class="govuk-body">
    Number the versions of each thing: <span class="fp-code">sequence</span> is 1 for the first and grows with each
    change. A message says how the thing stands now, and we work out what that changes. A version that comes after a
    greater one is acknowledged with <span class="fp-code">"applied": false</span> and changes nothing. Leave out what
    your system does not hold of safe contact, enhanced rights, the use of material, and charges: left out, these stay as
    they are here.
  </p>
  <p class="govuk-body">
    What a colleague corrected here stays while your versions repeat what they said before: the answer names it in
    <span class="fp-code">kept</span>, so that you can put your system right. Where your system changed the same thing
    in another way, the answer is 409 with the code <span class="fp-code">message.changed-in-both</span> and both values,
    and nothing of the message is recorded; what stands here is told to a token that may read cases. Show both to whoever entered it: once either system says what the other says,
    the message goes through.
  </p>`

const order = html`<h2 class="govuk-heading-m">When messages overtake each other</h2>
  <p class="govuk-body">
    A message that refers to something that has not come yet is answered with 409 and a
    <span class="fp-code">Retry-After</span> header. Put it at the end of your line. A referral names the suspects and the
    material that it rests on, each with the version that must have come, so that the file is checked as you meant it.
  </p>`

const following = html`<h2 class="govuk-heading-m">Following what happens here</h2>
  <p class="govuk-body">
    <span class="fp-code">GET /happenings</span> lists what happened in your agency’s cases, in the order in which it was
    recorded here. Keep its <span class="fp-code">next</span> and ask after it: each happening comes once. Only after a
    backup was restored here, or another database server took over, does everything come again, by the same ids. It says what happened and where, and nothing
    personal: read the case, its triage, its action plan or its decisions for that. Each of those readings is logged, as
    it is for people.
  </p>`

const refusals: ReadonlyArray<readonly [status: string, meaning: string, todo: string]> = [
  ['400', 'The request cannot be read, or has no Idempotency-Key', 'Mend your system'],
  ['401', 'No token that works', 'Ask your administrator for a new token'],
  ['403', 'The token may not do this', 'Ask your administrator whether it should'],
  ['404', 'There is no such thing that your agency may know of', 'Check the address'],
  ['409 with Retry-After', 'What it refers to has not come yet', 'Send it again later with the same key'],
  [
    '409',
    'A rule said no, or a colleague here changed the same',
    'Show “detail” to whoever entered it; send a corrected version',
  ],
  ['413, 415', 'The message is larger than 1 MB, or no application/json', 'Mend your system'],
  ['422', 'The message does not fit, or its key or version was used for another', 'Read “errors”; mend your system'],
  ['429', 'Too many requests', 'Wait as long as Retry-After says'],
  ['500, 503, or no answer', 'It is not known whether it was recorded', 'Send it again with the same key'],
]

const refusalTable = html`<h2 class="govuk-heading-m">When the answer is no</h2>
  <p class="govuk-body">
    Every failure is a problem (RFC 9457) with a <span class="fp-code">code</span> for your system and a
    <span class="fp-code">detail</span> for a person. After it, nothing was recorded.
  </p>
  ${wideTable({ label: 'When the answer is no', head: ['Status', 'It means', 'Do this'], rows: refusals })}`

const limits = html`<h2 class="govuk-heading-m">What messages cannot do</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>See or change a case that is restricted to named people: a system is none of them.</li>
    <li>Add or take out a victim once the case is recorded, or say that somebody else reported it.</li>
    <li>Record detention, bail and interviews, and send files. That is done here.</li>
    <li>Decide anything that is the prosecutor’s to decide.</li>
  </ul>`
