/**
 * The columns of every table that pages read, for Kysely. Each feature adds its own beside its migration:
 *
 *     declare module '../platform/database/tables.ts' {
 *       interface DatabaseTables { duty: DutyTable }
 *     }
 */
// oxlint-disable-next-line typescript/no-empty-interface typescript/no-empty-object-type -- features add to it
export interface DatabaseTables {}
