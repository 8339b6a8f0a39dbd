import { NotFound, Invalid } from '../../src/platform/web/failures.ts'
import { html } from '../../src/platform/web/html.ts'
import { csrfField } from '../../src/platform/web/layout/form.ts'
import { page } from '../../src/platform/web/layout/page.ts'
import { type Routes, allow } from '../../src/platform/web/routing.ts'
import { refusals } from '../../src/platform/refusal.ts'

// A tea room: a small website, for what the server does for every website.

const refuseTea = refusals({ 'tea.no-milk': 'There is no milk today.' })

export const teaRoutes: Routes = (app) => {
  app.get('/tea', allow('public'), async (request, reply) =>
    reply.html(page(request.chrome, { title: 'Tea', body: html`<p>Tea is served.</p>` })),
  )
  app.get('/order', allow('public'), async (request, reply) =>
    reply.html(
      page(request.chrome, { title: 'Order', body: html`<form method="post">${csrfField(request.csrfToken)}</form>` }),
    ),
  )
  app.post('/order', allow('public'), async (_, reply) => reply.redirect('/tea', 303))
  app.get('/milk', allow('public'), async () => {
    throw refuseTea('tea.no-milk')
  })
  app.get('/leaf/:id', allow('public'), async () => {
    throw new NotFound()
  })
  app.get('/month/:month', allow('public'), async () => {
    throw new Invalid('That is not a month.')
  })
  app.get<{ Params: { name: string } }>('/spill/:name', allow('public'), async (request) => {
    throw new Error(`somebody typed\n    at ${request.params.name}`)
  })
  app.get('/desk/kitchen', allow('kitchen.enter'), async (request, reply) =>
    reply.html(
      page(request.chrome, {
        title: 'Kitchen',
        body: html`<form method="post">${csrfField(request.csrfToken)}</form>`,
      }),
    ),
  )
  app.post('/desk/kitchen', allow('kitchen.enter'), async (_, reply) => reply.redirect('/desk/kitchen', 303))
  app.get('/desk/guests', allow('kitchen.enter', { personal: true }), async (request, reply) => {
    await request.looked({ subjects: ['person/1'], what: 'guest list', purpose: 'serving tea' })
    return reply.html(page(request.chrome, { title: 'Guests', body: 'Robin' }))
  })
  app.get('/desk/secret-guests', allow('kitchen.enter', { personal: true }), async (request, reply) =>
    reply.html(page(request.chrome, { title: 'Guests', body: 'Robin Hood' })),
  )
}

export const permissions = ['kitchen.enter']
