import type { ObjectiveLimb, StatutoryContent } from './statutory-contents.ts'

declare module '../platform/database/tables.ts' {
  interface DatabaseTables {
    plan: {
      code: string
      title: string
      body: string
      starts_on: string
      ends_on: string
      place: string
      source: string
      note: string
    }
    plan_objective: {
      plan: string
      code: string
      position: number
      title: string
      limb: ObjectiveLimb | null
      why_no_measure: string | null
    }
    plan_measure: { plan: string; objective: string; measure: string; position: number }
    plan_content: {
      plan: string
      content: StatutoryContent
      set_out: boolean
      text: string | null
      source: string | null
    }
  }
}
