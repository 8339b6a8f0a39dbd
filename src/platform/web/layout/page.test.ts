import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldset } from '../components/fieldset/fieldset.ts'
import { html } from '../html.ts'
import { failedPage, formExpiredPage, notAllowedPage, notFoundPage, refusedPage } from './error-pages.ts'
import { page, type Chrome, type Page } from './page.ts'

const chrome: Chrome = {
  areaName: 'Thames and Chiltern',
  demonstration: false,
  face: 'public',
  homeHref: '/',
  navigation: [
    { text: 'Home', href: '/', current: true },
    { text: 'Plan', href: '/plan' },
  ],
  footerLinks: [{ text: 'Privacy', href: '/privacy' }],
  assets: { stylesheet: '/assets/a.css', script: '/assets/a.js', favicon: '/assets/a.svg' },
}

const work: Chrome = {
  ...chrome,
  face: 'work',
  signedInAs: { name: 'A <b> Person', href: '/desk/me', signOutHref: '/sign-out', signOutCsrf: 'token' },
}

const document = (content: Page, around: Chrome = chrome): string => String(page(around, content))

const count = (markup: string, part: string): number => markup.split(part).length - 1

test('a page has one h1, one main region and a way past the navigation', () => {
  const markup = document({ title: 'Plan', body: html`<p>Words</p>` })
  assert.equal(count(markup, '<h1'), 1)
  assert.match(markup, /<main[^>]* id="main-content"/)
  assert.match(markup, /href="#main-content"[^>]*class="govuk-skip-link"/)
  assert.match(markup, /<title>Plan – Frankpledge Thames and Chiltern<\/title>/)
  assert.match(markup, /^<!DOCTYPE html>\n?\s*<html lang="en-GB"/)
})

test('a question in the body may be the heading', () => {
  const body = fieldset({ legend: { text: 'Which unit?', isPageHeading: true } })
  const markup = document({ title: 'Which unit?', heading: null, body })
  assert.equal(count(markup, '<h1'), 1)
})

test('an error is in the title, at the top, and linked to its field', () => {
  const errors = [
    { field: 'urn', text: 'Enter the URN' },
    { field: 'decidedOn', text: 'Enter the date', href: '#decidedOn-day' },
  ]
  const markup = document({ title: 'Charge', errors, body: '' })
  assert.match(markup, /<title>Error: Charge – /)
  assert.match(markup, /<a href="#urn">Enter the URN<\/a>/)
  assert.match(markup, /<a href="#decidedOn-day">Enter the date<\/a>/)
  assert.ok(markup.indexOf('govuk-error-summary') < markup.indexOf('<h1'))
})

test('nothing in a page needs a script or style within it', () => {
  const pages = [
    document({ title: 'Plan', body: '', quickExit: true, notice: { type: 'success', text: 'Saved' } }),
    document({ title: 'Case', body: '', breadcrumbs: [{ text: 'Cases', href: '/desk/cases' }] }, work),
  ]
  for (const markup of pages) {
    assert.doesNotMatch(markup, /\sstyle=|\son\w+=|<style|javascript:/)
    assert.deepEqual(markup.match(/<script[^>]*>[^<]*/g), ['<script type="module" src="/assets/a.js">'])
  }
})

test('made-up data is said to be made up on every page', () => {
  assert.match(document({ title: 'Plan', body: '' }, { ...chrome, demonstration: true }), /Demonstration data/)
  assert.doesNotMatch(document({ title: 'Plan', body: '' }), /Demonstration data/)
})

test('who is signed in is shown, and signing out is a form with its token', () => {
  const markup = document({ title: 'Work list', body: '' }, work)
  assert.match(markup, />A &lt;b&gt; Person<\/a>/)
  assert.match(markup, /<form method="post" action="\/sign-out">\s*<input type="hidden" name="csrf" value="token"/)
  assert.doesNotMatch(markup, /Sign in</)
})

test('the current page is marked for those who do not see it', () => {
  assert.match(document({ title: 'Home', body: '' }), /href="\/" aria-current="page"/)
})

test('every error page has a heading, says what was done and where to go next', () => {
  const pages = [
    notFoundPage('/'),
    notAllowedPage('/'),
    formExpiredPage('/back'),
    refusedPage('A <charge> cannot be authorised.', '/back'),
    failedPage('req-1', '/'),
  ]
  for (const content of pages) {
    const markup = document(content)
    assert.equal(count(markup, '<h1'), 1)
    assert.match(markup.slice(markup.indexOf('<main')), /<a class="govuk-link" href="\/(?:back)?"/)
  }
  assert.match(document(pages[3]!), /A &lt;charge&gt; cannot be authorised\./)
  assert.match(document(pages[4]!), /req-1/)
})
