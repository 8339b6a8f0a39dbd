import { html, type Html } from '../html.ts'
import { mark } from './mark.ts'

export type FooterLink = { readonly text: string; readonly href: string }

type Foot = { readonly areaName: string; readonly footerLinks: readonly FooterLink[] }

const link = ({ text, href }: FooterLink): Html =>
  html`<li><a class="govuk-link fp-footer__link" href="${href}">${text}</a></li>`

export const footer = ({ areaName, footerLinks }: Foot): Html =>
  html`<footer class="fp-footer">
    <div class="govuk-width-container">
      ${
        footerLinks.length > 0 &&
        html`<nav aria-label="About this site">
          <ul class="fp-footer__list">
            ${footerLinks.map(link)}
          </ul>
        </nav>`
      }
      <p class="fp-footer__words">
        ${mark({ size: 22 })} Frankpledge for ${areaName}. From crime to justice, on one record, in the open.
      </p>
    </div>
  </footer>`
