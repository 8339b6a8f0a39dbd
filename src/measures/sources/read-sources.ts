import type { Tx } from '../../platform/database/reading.ts'
import type { SourceFileTable } from './tables.ts'

/** One source file by the SHA-256 of its content. */
export async function readSource(tx: Tx, contentSha256: string): Promise<SourceFileTable | null> {
  const found = await tx
    .selectFrom('source_file')
    .selectAll()
    .where('content_sha256', '=', contentSha256)
    .executeTakeFirst()
  return found ?? null
}

/** Every source file, by dataset and period; within a period in the order they were imported. */
export function readSources(tx: Tx): Promise<readonly SourceFileTable[]> {
  return tx
    .selectFrom('source_file')
    .selectAll()
    .orderBy('dataset')
    .orderBy('period')
    .orderBy('imported_at')
    .orderBy('content_sha256')
    .execute()
}
