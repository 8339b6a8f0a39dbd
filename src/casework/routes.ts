import type { Routes } from '../platform/web/routing.ts'
import { assigningRoutes } from './assigning/routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { decisionDocumentRoutes } from './charging-decision-document/routes.ts'
import { reviewRoutes } from './charging-review/routes.ts'
import { deadlineRules } from './deadlines/catalogue.ts'
import { deadlineRoutes } from './deadlines/deadline-routes.ts'
import { decisionRoutes } from './decisions/routes.ts'
import { inquiryRoutes } from './inquiries/routes.ts'
import { materialRoutes } from './material/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { pointsRoutes } from './points-to-prove/routes.ts'
import { recordingRoutes } from './recording/routes.ts'
import { referralRoutes } from './referral/routes.ts'
import { suspectRoutes } from './suspects/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const caseworkRoutes: Routes = (app, house) => {
  deadlineRoutes(deadlineRules)(app, house)
  caseRoutes(app)
  recordingRoutes(app)
  suspectRoutes(app)
  decisionRoutes(app)
  referralRoutes(app)
  reviewRoutes(app)
  pointsRoutes(app)
  peopleRoutes(app)
  inquiryRoutes(app)
  assigningRoutes(app)
  materialRoutes(app, house)
  decisionDocumentRoutes(app)
  whatIfRoutes(app)
}
