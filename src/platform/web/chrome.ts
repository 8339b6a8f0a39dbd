import type { Viewer } from '../database/reading.ts'
import type { Identity } from './identity.ts'
import type { Chrome } from './layout/page.ts'
import type { Site, SiteLink } from './site.ts'

const isBelow = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

/** The work space is every address at or below its first page; all else is the public face. */
export const faceOf = (path: string, { places }: Site): Chrome['face'] =>
  isBelow(path, places.work) ? 'work' : 'public'

function itemFor({ text, href }: SiteLink, path: string, home: string) {
  const active = href !== home && isBelow(path, href)
  return { text, href, current: path === href, active }
}

/**
 * What stands round a page for the one who asked. `identity` is null for the public, and `signOutCsrf` is the token
 * of the form that signs out.
 */
export function chromeFor(
  site: Site,
  { url, viewer }: { readonly url: string; readonly viewer: Viewer },
  identity: Identity | null,
  signOutCsrf: string,
): Chrome {
  const { places } = site
  const [path = ''] = url.split('?')
  const face = faceOf(path, site)
  const links = site.navigation[face].filter(
    ({ permission }) => permission === undefined || viewer.permissions.includes(permission),
  )
  const home = face === 'work' ? places.work : places.home
  const account = identity && {
    name: `${identity.name}, ${identity.role}`,
    href: face === 'work' ? places.account : places.work,
    signOutHref: places.signOut,
    signOutCsrf,
  }
  return {
    areaName: site.areaName,
    demonstration: site.demonstration,
    face,
    homeHref: home,
    navigation: links.map((link) => itemFor(link, path, home)),
    ...(account ? { signedInAs: account } : { signInHref: places.signIn }),
    footerLinks: site.footer,
    assets: site.assets,
  }
}
