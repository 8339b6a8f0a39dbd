import { paths } from '../paths.ts'
import { type Routes, allow, publicPermission } from '../platform/web/routing.ts'
import { accessibilityPage } from './accessibility-page.ts'
import { contactPage } from './contact-page.ts'
import { type HomeSection, homePage } from './home-page.ts'
import { privacyPage } from './privacy-page.ts'
import { rolesPage } from './roles-page.ts'

const everybody = allow(publicPermission)

/** The pages that belong to no feature. The first page shows what each feature contributes, in this order. */
export const publicPages =
  (sections: readonly HomeSection[]): Routes =>
  (app) => {
    app.get(paths.home, everybody, async (request, reply) => {
      const shown = await request.read(async (tx) => {
        const contents = []
        for (const section of sections) contents.push(await section(tx, request.at))
        return contents
      })
      return reply.html(homePage(request.chrome, shown))
    })
    app.get(paths.roles, everybody, async (request, reply) => reply.html(rolesPage(request.chrome)))
    app.get(paths.accessibility, everybody, async (request, reply) => reply.html(accessibilityPage(request.chrome)))
    app.get(paths.privacy, everybody, async (request, reply) => reply.html(privacyPage(request.chrome)))
    app.get(paths.contact, everybody, async (request, reply) => reply.html(contactPage(request.chrome)))
  }
