import type { Routes } from '../web/routing.ts'
import type { Access } from './access.ts'
import { accountRoutes } from './account-page.ts'
import { accountsRoutes } from './accounts-page.ts'
import { adminRoutes } from './admin-page.ts'
import { administerAccountRoutes } from './administer-account-routes.ts'
import { looksRoutes } from './looks-page.ts'
import { newAccountRoutes } from './new-account-page.ts'
import { newPasswordRoutes } from './new-password-page.ts'
import { openIdRoutes } from './openid-pages.ts'
import { rolesRoutes } from './roles-page.ts'
import { signInRoutes } from './sign-in-page.ts'
import { tokenRoutes } from './tokens/token-routes.ts'

/** Every page of signing in, of accounts, and of the log of who looked. */
export const accessRoutes = (access: Access): readonly Routes[] => [
  signInRoutes(access),
  newPasswordRoutes(access),
  openIdRoutes(access),
  accountRoutes(access),
  adminRoutes,
  accountsRoutes(access),
  newAccountRoutes(access),
  administerAccountRoutes(access),
  tokenRoutes(access),
  rolesRoutes(access),
  looksRoutes(access),
]
