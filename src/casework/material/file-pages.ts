import { paths } from '../../paths.ts'
import { offeredEndings } from '../../platform/files/file-type.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { fileUpload } from '../../platform/web/components/file-upload/file-upload.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { sizeWords } from './file-words.ts'
import type { SeenFile, SeenItem } from './read-register.ts'

/** Attaches a file to an item. The file is the last field: what stands before it is checked before it is taken. */
export const attachPage = (shown: CaseForm, { key, title, state }: SeenItem, limitBytes: number): Html =>
  caseFormPage(shown, {
    title: 'Attach a file',
    action: paths.deskCaseMaterialAct(shown.file.summary.id, key, 'attach'),
    button: 'Attach it',
    cancel: paths.deskCaseMaterialItem(shown.file.summary.id, key),
    encoding: 'multipart/form-data',
    account: false,
    about: `${key}: ${title}`,
    fields: [
      state !== 'received' &&
        html`<p class="govuk-body">With its file the item is recorded as received, and who asked for it sees that.</p>`,
      fileUpload({
        name: 'file',
        label: 'File',
        hint: `PDF, Word, Excel, OpenDocument, a picture, sound, video, text, CSV or email, up to ${sizeWords(limitBytes)}`,
        attributes: { accept: offeredEndings },
        errorMessage: shown.form.field('file').errorMessage,
      }),
    ],
    beside: html`<section class="fp-owed" aria-labelledby="how-kept">
      <h2 class="govuk-heading-s" id="how-kept">How it is kept</h2>
      <p class="govuk-body">
        Sealed with a key of its own. Everybody on the case can save a copy, and every copy that is saved is logged.
      </p>
      <p class="govuk-body">What is in the file decides its type, and must fit the ending of its name.</p>
    </section>`,
  })

/** Takes a file away from an item, such as one of another case. */
export const withdrawFilePage = (shown: CaseForm, { key }: SeenItem, { number, name }: SeenFile): Html =>
  caseFormPage(shown, {
    title: 'Withdraw the file',
    action: paths.deskCaseMaterialFileWithdraw(shown.file.summary.id, key, number),
    button: 'Withdraw it',
    cancel: paths.deskCaseMaterialItem(shown.file.summary.id, key),
    account: false,
    about: `${key}: ${name}`,
    fields: [
      html`<p class="govuk-body">Nobody can open it any longer. That it was here stays on the record, with the reason.</p>`,
      textarea({ name: 'reason', rows: 4, label: 'Reason', ...shown.form.field('reason') }),
    ],
  })
