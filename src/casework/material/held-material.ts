/** What an item of material is, with the form it comes on where it has one. */
export const materialKinds = {
  'case-summary': 'Case summary (MG5)',
  'charging-request': 'Report to the prosecutor (MG3)',
  'charge-sheet': 'Charge sheet (MG4)',
  statement: 'Witness statement (MG11)',
  'victim-personal-statement': 'Victim personal statement',
  'witness-assessment': 'Initial witness assessment (MG2)',
  'witness-list': 'Witness list and availability (MG9, MG10)',
  'interview-record': 'Interview record (MG15)',
  recording: 'Recording: body-worn video, CCTV or a call',
  exhibit: 'Exhibit',
  forensic: 'Forensic report (MG22)',
  medical: 'Medical evidence',
  'suspect-convictions': 'Suspect’s previous convictions',
  'witness-convictions': 'Victim’s or witness’s previous convictions',
  'domestic-abuse-checklist': 'Domestic abuse checklist',
  'supervisor-comments': 'Supervisor’s comments',
  'remand-application': 'Remand application (MG7)',
  'third-party': 'Third-party material',
  'disclosure-report': 'Disclosure officer’s report (MG6E)',
  'disclosure-certificate': 'Streamlined disclosure certificate',
  log: 'Incident log, crime report or investigation log',
  other: 'Other material',
} as const

export type MaterialKind = keyof typeof materialKinds

/**
 * True for what is not disclosable whatever it is used for: MG2, the initial witness assessment (Home Office, Criminal
 * casefiles: forms, standards and file structure, 2025).
 */
export const neverServed = (kind: MaterialKind): boolean => kind === 'witness-assessment'

/** Where an item stands: asked for and not answered, here, or why it is not. */
export const materialStates = {
  requested: 'Asked for',
  received: 'Received',
  missing: 'Missing',
  refused: 'Refused',
  'not-reasonable': 'Not reasonable to obtain',
} as const

export type MaterialState = keyof typeof materialStates

/** Whether the prosecution relies on an item. What is relevant and not relied on stands on the unused schedules. */
export const materialUses = {
  undecided: 'Not decided yet',
  evidence: 'Evidence',
  unused: 'Unused',
  'unused-sensitive': 'Unused, sensitive',
  'not-relevant': 'Not relevant',
} as const

export type MaterialUse = keyof typeof materialUses

/** One item of a case's register, as commands of other streams carry it: as it stood when they were given. */
export type HeldMaterial = {
  /** `M1`, `M2`: its number in the register of its case. */
  readonly key: string
  readonly kind: MaterialKind
  readonly title: string
  readonly state: MaterialState
  readonly use: MaterialUse
  /** The id of the person whose statement or account it is; null where it comes from nobody in particular. */
  readonly from: string | null
}
