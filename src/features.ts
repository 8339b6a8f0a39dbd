import { accountCommands } from './agencies/account-commands.ts'
import { account } from './agencies/account.ts'
import { agency } from './agencies/agency.ts'
import { apiToken } from './agencies/api-token.ts'
import { roles } from './agencies/roles.ts'
import { readAgencyList } from './agencies/tables.ts'
import { message } from './api/messages/message.ts'
import { sentItem } from './api/messages/sent-item.ts'
import { apiRoutes } from './api/routes.ts'
import { calendar } from './calendar/calendar.ts'
import { calendarCommands } from './calendar/commands.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { chargingReview } from './casework/charging-review/charging-review.ts'
import { caseworkCommands } from './casework/commands.ts'
import { investigation } from './casework/investigation/investigation.ts'
import { materialRegister } from './casework/material/register.ts'
import { person } from './casework/people/person.ts'
import { referral } from './casework/referral/referral.ts'
import { ownPoints } from './casework/points-to-prove/own-points.ts'
import { caseworkRoutes } from './casework/routes.ts'
import { suspect } from './casework/suspects/suspect.ts'
import { installationPurpose } from './demonstration/purpose.ts'
import { demonstrateCommand } from './demonstration/cases/demonstrate-command.ts'
import { dutyRoutes } from './duties/routes.ts'
import { undertaking } from './duties/undertaking/undertaking.ts'
import { dataRoutes } from './measures/data-routes.ts'
import { outcomesHomeSection } from './measures/home-section.ts'
import { measureRoutes } from './measures/measure-routes.ts'
import { importOutcomesCommand } from './measures/outcomes/import-command.ts'
import { outcomeFigures } from './measures/outcomes/outcome-figures.ts'
import { outcomeMonth } from './measures/outcomes/outcome-month.ts'
import { reportOutcomesCommand } from './measures/outcomes/report-command.ts'
import { outcomeRoutes } from './measures/outcomes/routes.ts'
import { withdrawOutcomesCommand } from './measures/outcomes/withdraw-command.ts'
import { sourceFile } from './measures/sources/source-file.ts'
import { crimeHomeSection } from './measures/street/home-section.ts'
import { importStreetCommand } from './measures/street/import-command.ts'
import { reportStreetCommand } from './measures/street/report-command.ts'
import { crimeRoutes } from './measures/street/routes.ts'
import { streetMonth } from './measures/street/street-month.ts'
import type { CommandLine } from './platform/command-line/command.ts'
import type { Decider } from './platform/record/decider.ts'
import { erasure } from './platform/record/erasure.ts'
import { recordCommands } from './platform/record/record-commands.ts'
import type { Routes } from './platform/web/routing.ts'
import { planDecider } from './plans/plan.ts'
import { planRoutes } from './plans/routes.ts'
import { promisesHomeSection } from './public-pages/promises-section.ts'
import { publicPages } from './public-pages/public-pages.ts'
import { startCommand } from './serve/start.ts'

// What the house is made of. A feature that is not listed here does not exist.

export const deciders: readonly Decider[] = [
  erasure,
  agency,
  account,
  apiToken,
  message,
  sentItem,
  calendar,
  installationPurpose,
  investigation,
  materialRegister,
  person,
  chargingReview,
  ownPoints,
  planDecider,
  referral,
  suspect,
  undertaking,
  outcomeFigures,
  outcomeMonth,
  sourceFile,
  streetMonth,
]

export const routes: readonly Routes[] = [
  publicPages([promisesHomeSection, outcomesHomeSection, crimeHomeSection]),
  dutyRoutes(readAgencyList, roles),
  calendarRoutes,
  planRoutes,
  caseworkRoutes,
  apiRoutes(),
  measureRoutes,
  outcomeRoutes,
  dataRoutes,
  crimeRoutes,
]

export const commands: readonly CommandLine[] = [
  startCommand(routes),
  demonstrateCommand,
  ...recordCommands,
  ...accountCommands,
  ...calendarCommands,
  ...caseworkCommands,
  importOutcomesCommand,
  withdrawOutcomesCommand,
  reportOutcomesCommand,
  importStreetCommand,
  reportStreetCommand,
]
