import type { Instant } from '../../calendar/instant.ts'
import type { MaterialKind, MaterialState, MaterialUse } from './held-material.ts'
import type { AnsweredState } from './register.ts'

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    material_item: ItemTable
    material_request: RequestTable
    material_plan_item: PlanItemTable
    material_file: FileTable
    material_happening: { case_id: string; number: number; item: string }
  }
}

type ItemTable = {
  case_id: string
  key: string
  number: number
  kind: MaterialKind
  title: string
  description: string
  from_person: string | null
  exhibit_reference: string | null
  state: MaterialState
  state_reason: string | null
  use: MaterialUse
  use_reason: string | null
  added_at: Instant
  due_at: Instant | null
  withdrawn_at: Instant | null
  withdrawn_reason: string | null
  searched: string
}

type RequestTable = {
  case_id: string
  item: string
  number: number
  at: Instant
  account: string
  agency: string
  asker: string
  why: string
  duty: string | null
  answered_at: Instant | null
  answered_by: string | null
  answer: AnsweredState | null
  taken_back_at: Instant | null
}

type PlanItemTable = {
  case_id: string
  referral: number
  key: string
  item: string
  request: number
  due_at: Instant
  duty: string
  waits: boolean
}

type FileTable = {
  case_id: string
  item: string
  number: string
  name: string
  type: string
  bytes: number
  sha256: string
  sealed: string
  at: Instant
  account: string
  withdrawn_at: Instant | null
  withdrawn_reason: string | null
}
