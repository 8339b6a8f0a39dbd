const part = encodeURIComponent

/** Every address of the website, built in one place. Once public, an address answers for ever. */
export const paths = {
  home: '/',
  roles: '/roles',
  deadlines: '/deadlines',
  deadline: (rule: string) => `/deadlines?rule=${part(rule)}`,
  promises: '/promises',
  promise: (id: string) => `/promises/${part(id)}`,
  plan: '/plan',
  objective: (code: string) => `/plan/objectives/${part(code)}`,
  performance: '/performance',
  outcomesLatest: '/performance/outcomes',
  outcomes: (month: string) => `/performance/outcomes/${part(month)}`,
  outcomesDownload: (month: string, format: 'csv' | 'json') =>
    `/performance/outcomes/${part(month)}/outcomes.${format}`,
  outcomesDescriptor: (month: string) => `/performance/outcomes/${part(month)}/datapackage.json`,
  outcomesRows: (month: string) => `/performance/outcomes/${part(month)}/rows`,
  crime: '/performance/crime',
  crimeMonth: (month: string) => `/performance/crime/${part(month)}`,
  crimeDownload: (month: string, format: 'csv' | 'json') => `/performance/crime/${part(month)}/street.${format}`,
  crimeDescriptor: (month: string) => `/performance/crime/${part(month)}/datapackage.json`,
  crimeRows: (month: string) => `/performance/crime/${part(month)}/rows`,
  /** `area` names the place whose figures are shown; without it, the measure's own first. */
  measure: (code: string, area?: string) => `/performance/measures/${part(code)}${area ? `?area=${part(area)}` : ''}`,
  measureDownload: (code: string) => `/performance/measures/${part(code)}/measure.csv`,
  measureMonth: (code: string, month: string) => `/performance/measures/${part(code)}/${part(month)}`,
  /** A source file that figures come from, by the SHA-256 of its content. */
  sourceFile: (sha256: string) => `/data/files/${part(sha256)}`,
  sourceFileDownload: (sha256: string) => `/data/files/${part(sha256)}/content`,
  data: '/data',
  outcomesSeries: '/data/cps-outcomes.csv',
  outcomesSeriesDescriptor: '/data/cps-outcomes/datapackage.json',
  accessibility: '/accessibility',
  privacy: '/privacy',
  contact: '/contact',
  signIn: '/sign-in',
  signOut: '/sign-out',
  newPassword: '/sign-in/new-password',
  signOutEverywhere: '/sign-out-everywhere',
  openIdConnectStart: '/sign-in/openid',
  openIdConnectReturn: '/sign-in/openid/return',
  demonstration: '/demonstration',
  desk: '/desk',
  dutyNew: '/desk/duties/new',
  duty: (id: string) => `/desk/duties/${part(id)}`,
  /** What is done to a duty: `met`, `correct`, `assign`, `waive` or `reopen`. */
  dutyAct: (id: string, act: 'met' | 'correct' | 'assign' | 'waive' | 'reopen') => `/desk/duties/${part(id)}/${act}`,
  deskCalendar: '/desk/calendar',
  calendarFeed: (token: string) => `/calendar/${part(token)}.ics`,
  deskCases: '/desk/cases',
  deskCaseNew: '/desk/cases/new',
  deskCase: (id: string) => `/desk/cases/${part(id)}`,
  deskCasePeople: (id: string) => `/desk/cases/${part(id)}/people`,
  deskCaseRecord: (id: string) => `/desk/cases/${part(id)}/record`,
  /** Where it is decided whether the report is recorded as a crime, and whether it is investigated. */
  deskCaseCrime: (id: string) => `/desk/cases/${part(id)}/crime`,
  deskCaseInvestigate: (id: string) => `/desk/cases/${part(id)}/investigate`,
  /** That a victim was told of a decision, or why nobody could tell them. */
  deskCaseNotice: (id: string, notice: string) => `/desk/cases/${part(id)}/notices/${part(notice)}`,
  deskCasePersonCorrect: (id: string, person: string) => `/desk/cases/${part(id)}/people/${part(person)}/correct`,
  deskCaseAllegationCorrect: (id: string) => `/desk/cases/${part(id)}/allegation/correct`,
  deskCaseAssign: (id: string) => `/desk/cases/${part(id)}/assign`,
  deskCaseRestrict: (id: string) => `/desk/cases/${part(id)}/restrict`,
  deskCasePersonAdd: (id: string) => `/desk/cases/${part(id)}/people/add`,
  deskCaseInquiries: (id: string) => `/desk/cases/${part(id)}/inquiries`,
  deskCaseInquiryAct: (id: string, act: string) => `/desk/cases/${part(id)}/inquiries/${part(act)}`,
  /** What is done to a line of inquiry: `close`, `change` or `reopen`. */
  deskCaseLineAct: (id: string, line: number, act: string) => `/desk/cases/${part(id)}/inquiries/${line}/${part(act)}`,
  deskCaseUrn: (id: string) => `/desk/cases/${part(id)}/urn`,
  /** Restricted cases of the viewer's agency that nobody of it can open, and where others are named for one. */
  deskCasesWithoutReaders: '/desk/cases/without-readers',
  deskCaseReadersAnew: (id: string) => `/desk/cases/${part(id)}/readers-anew`,
  deskCaseLift: (id: string) => `/desk/cases/${part(id)}/lift-restriction`,
  /** What is done to somebody's part in the case: `rights`, `willing`, `withdrawn`, `not-a-victim`, `not-a-witness`. */
  deskCasePersonAct: (id: string, person: string, act: string) =>
    `/desk/cases/${part(id)}/people/${part(person)}/${part(act)}`,
  deskCaseSuspects: (id: string) => `/desk/cases/${part(id)}/suspects`,
  deskCaseSuspectNew: (id: string) => `/desk/cases/${part(id)}/suspects/new`,
  /** `suspect` is the number within the case: `1`. */
  deskCaseSuspect: (id: string, suspect: number) => `/desk/cases/${part(id)}/suspects/${suspect}`,
  /** What is recorded of a suspect: an arrest, an interview, bail, a proposed charge. */
  deskCaseSuspectAct: (id: string, suspect: number, act: string) =>
    `/desk/cases/${part(id)}/suspects/${suspect}/${part(act)}`,
  deskCaseMaterial: (id: string) => `/desk/cases/${part(id)}/material`,
  deskCaseMaterialNew: (id: string) => `/desk/cases/${part(id)}/material/new`,
  /** Where material is asked for that is not on the register yet. */
  deskCaseMaterialAsk: (id: string) => `/desk/cases/${part(id)}/material/ask`,
  deskCaseMaterialItem: (id: string, item: string) => `/desk/cases/${part(id)}/material/${part(item)}`,
  deskCaseMaterialAct: (id: string, item: string, act: string) =>
    `/desk/cases/${part(id)}/material/${part(item)}/${part(act)}`,
  deskCaseMaterialFile: (id: string, item: string, file: string) =>
    `/desk/cases/${part(id)}/material/${part(item)}/files/${part(file)}`,
  deskCaseMaterialFileWithdraw: (id: string, item: string, file: string) =>
    `/desk/cases/${part(id)}/material/${part(item)}/files/${part(file)}/withdraw`,
  /** A schedule of unused material: `mg6c` (not sensitive) or `mg6d` (sensitive). */
  deskCaseSchedule: (id: string, schedule: 'mg6c' | 'mg6d') => `/desk/cases/${part(id)}/schedules/${schedule}`,
  deskCaseScheduleDownload: (id: string, schedule: 'mg6c' | 'mg6d') =>
    `/desk/cases/${part(id)}/schedules/${schedule}.csv`,
  deskCaseSchedulePdf: (id: string, schedule: 'mg6c' | 'mg6d') => `/desk/cases/${part(id)}/schedules/${schedule}.pdf`,
  deskCaseCharging: (id: string) => `/desk/cases/${part(id)}/charging`,
  /** What is done about charging in a case as a whole: `advice`, `refer`, `accept`, `reject`, `action-plan`, `finalise`. */
  deskCaseChargingAct: (id: string, act: string) => `/desk/cases/${part(id)}/charging/${part(act)}`,
  /** The prosecutor's review of one suspect. */
  deskCaseReview: (id: string, suspect: number) => `/desk/cases/${part(id)}/charging/${suspect}`,
  deskCaseReviewStep: (id: string, suspect: number, step: string) =>
    `/desk/cases/${part(id)}/charging/${suspect}/${part(step)}`,
  /** One part of what is reviewed on one charge: `elements`, `questions`, `finding`. */
  deskCaseReviewCharge: (id: string, suspect: number, charge: string, section: string) =>
    `/desk/cases/${part(id)}/charging/${suspect}/charges/${part(charge)}/${part(section)}`,
  /** Whether a victim was told of a decision not to charge. */
  deskCaseReviewNotice: (id: string, suspect: number, notice: string) =>
    `/desk/cases/${part(id)}/charging/${suspect}/notices/${part(notice)}`,
  deskCaseWhatIf: (id: string, suspect: number) => `/desk/cases/${part(id)}/charging/${suspect}/what-if`,
  /** The record of a charging decision, and the same as a PDF. */
  deskCaseDecision: (id: string, suspect: number, decision: number) =>
    `/desk/cases/${part(id)}/charging/${suspect}/decisions/${decision}`,
  deskCaseDecisionPdf: (id: string, suspect: number, decision: number) =>
    `/desk/cases/${part(id)}/charging/${suspect}/decisions/${decision}.pdf`,
  /** How charging decisions ended, by suspect: of this month, of a month, and the rows of a month. */
  deskChargingOutcomes: '/desk/charging-outcomes',
  deskChargingOutcomesOf: (month: string) => `/desk/charging-outcomes/${part(month)}`,
  deskChargingOutcomesFile: (month: string) => `/desk/charging-outcomes/${part(month)}.csv`,
  /** What police sent to the CPS and nobody has checked yet. */
  deskTriage: '/desk/triage',
  deskPointsToProve: '/desk/points-to-prove',
  deskPointsToProveOf: (offence: string) => `/desk/points-to-prove/${part(offence)}`,
  api: '/api',
  openApi: '/api/v1/openapi.json',
  apiTokens: '/desk/admin/tokens',
  apiTokenEnd: (token: string) => `/desk/admin/tokens/${part(token)}/end`,
  deskPlan: '/desk/plan',
  deskObjective: (code: string) => `/desk/plan/objectives/${part(code)}`,
  deskObjectiveLink: (code: string) => `/desk/plan/objectives/${part(code)}/link`,
  deskObjectiveUnlink: (code: string, measure: string) => `/desk/plan/objectives/${part(code)}/unlink/${part(measure)}`,
  deskObjectiveExplain: (code: string) => `/desk/plan/objectives/${part(code)}/explain`,
  deskPlanContent: (content: string) => `/desk/plan/contents/${part(content)}`,
  deskPlanContentWithdraw: (content: string) => `/desk/plan/contents/${part(content)}/withdraw`,
  deskAccount: '/desk/account',
  deskPassword: '/desk/account/password',
  deskAdmin: '/desk/admin',
  deskAccounts: '/desk/admin/accounts',
  deskAccountNew: '/desk/admin/accounts/new',
  deskAccountOf: (account: string) => `/desk/admin/accounts/${part(account)}`,
  /** What is done to an account is sent to an address of its own below the account's page. */
  deskAccountAct: (account: string, act: string) => `/desk/admin/accounts/${part(account)}/${part(act)}`,
  deskRoles: '/desk/admin/roles',
  /** Which list of bank holidays is in force, and where a later one is loaded. */
  deskBankHolidays: '/desk/admin/bank-holidays',
  deskLooks: '/desk/admin/looks',
} as const
