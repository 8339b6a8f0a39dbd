import type { ItemKind } from './sent-item.ts'

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
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
