import type { Instant } from '../../calendar/instant.ts'
import type { Element, PointsToProve } from './points-to-prove.ts'

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    points_to_prove: {
      code: string
      version: number
      title: string
      statute: string
      section: string | null
      elements: Element[]
      confidence: PointsToProve['confidence']
      reason: string
      changed_at: Instant
      changed_by: string
      current: boolean
    }
  }
}
