import type { Routes } from '../platform/web/routing.ts'
import { assigningRoutes } from './assigning/routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { deadlineRules } from './deadlines/catalogue.ts'
import { deadlineRoutes } from './deadlines/deadline-routes.ts'
import { decisionRoutes } from './decisions/routes.ts'
import { inquiryRoutes } from './inquiries/routes.ts'
import { recordingRoutes } from './recording/routes.ts'

export const caseworkRoutes: Routes = (app, house) => {
  deadlineRoutes(deadlineRules)(app, house)
  caseRoutes(app)
  recordingRoutes(app)
  decisionRoutes(app)
  inquiryRoutes(app)
  assigningRoutes(app)
}
