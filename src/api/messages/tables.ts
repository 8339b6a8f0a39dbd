import type { Instant } from '../../calendar/instant.ts'
import type { ItemKind } from './sent-item.ts'

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    api_message: {
      readonly id: string
      readonly agency: string
      readonly token: string
      readonly operation: string
      readonly at: Instant
    }
    api_item: {
      readonly agency: string
      readonly kind: ItemKind
      readonly reference: string
      readonly case_id: string
      readonly item: string
      readonly sequence: number
      readonly body_sha256: string
    }
  }
}
