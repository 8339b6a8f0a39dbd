import type { Instant } from '../../calendar/instant.ts'
import type { Advice, Referral } from './case-referrals.ts'
import type { Category, ReferralStage } from './terms.ts'

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    case_referral: CaseReferralTable
    case_advice: CaseAdviceTable
  }
}

type CaseReferralTable = {
  case_id: string
  number: number
  stage: ReferralStage
  category: Category
  prosecutors: string
  unit: string | null
  police_name: string
  received_at: Instant
  due_at: Instant
  duty: string
  detail: Referral
}

type CaseAdviceTable = {
  case_id: string
  number: number
  state: 'waiting' | 'given' | 'withdrawn'
  prosecutors: string
  unit: string | null
  police_name: string
  asked_at: Instant
  due_at: Instant | null
  duty: string | null
  detail: Advice
}
