import { dutyKind } from '../../duties/rules.ts'

export const detentionKind = dutyKind('police-detention', 'Police detention before charge')
export const bailKind = dutyKind('pre-charge-bail', 'Bail before charge')
export const underInvestigationKind = dutyKind('under-investigation', 'Release under investigation')
export const timeLimitKind = dutyKind('time-limit', 'Time limit for starting proceedings')
export const chargeKind = dutyKind('charge-to-put', 'Charge to be put')
