import type { Routes } from '../platform/web/routing.ts'
import { deadlineRules } from './deadlines/catalogue.ts'
import { deadlineRoutes } from './deadlines/deadline-routes.ts'

export const caseworkRoutes: Routes = (app, house) => {
  deadlineRoutes(deadlineRules)(app, house)
}
