import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributes, html } from './html.ts'

test('a value is escaped wherever it stands', () => {
  const name = `<b a="1">Tom & 'Jo'</b>`
  assert.equal(
    String(html`<p title="${name}">${name}</p>`),
    '<p title="&lt;b a=&quot;1&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/b&gt;">&lt;b a=&quot;1&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/b&gt;</p>',
  )
})

test('markup is not escaped again, and lists are joined', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`)
  assert.equal(String(html`<ul>${items}</ul>`), '<ul><li>a</li><li>b</li></ul>')
})

test('zero is printed; null, undefined, true and false are not', () => {
  assert.equal(String(html`${0}${null}${undefined}${true}${false}`), '0')
})

test('attributes print a name alone for true and nothing for false', () => {
  assert.equal(
    String(attributes({ hidden: true, open: false, id: 'a"b', rows: 5, class: null })),
    ' hidden id="a&quot;b" rows="5"',
  )
})
