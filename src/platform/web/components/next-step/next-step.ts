import { html, type Content, type Html } from '../../html.ts'
import { classNames, type Options } from '../options.ts'

export type NextStep = Options<{
  /** What happens next: "Ready to charge", "Waiting for the forensic report". */
  text: Content
  /** Whose move it is, and by when. */
  whose?: Content
  standing?: 'attention' | 'breach'
}>

/** The line under a heading that says what happens next and whose move it is. */
export const nextStep = ({ text, whose, standing }: NextStep): Html =>
  html`<div class="${classNames('fp-next', standing && `fp-next--${standing}`)}">
    <p class="fp-next__words">${text}</p>
    ${whose && html`<p class="fp-next__whose">${whose}</p>`}
  </div>`
