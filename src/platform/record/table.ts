import type { ClientBase } from 'pg'

/** How a column takes its value in COPY: as JSON text, as an array literal, or as the value's own text. */
export type Column = { readonly name: string; readonly shape: 'json' | 'array' | 'plain' }

/** A worked-out table: its columns in order, and those of its primary key. */
export type Table = { readonly name: string; readonly columns: readonly Column[]; readonly key: readonly string[] }
export type Tables = ReadonlyMap<string, Table>

/** How the comment of a table begins that no stream stands behind. Every other table is worked out. */
export const notWorkedOut = 'Not worked out'

/**
 * Reads the worked-out tables from the database's own catalogue, so that there is no list to forget one in: every
 * table of ours but those whose comment says that they are not worked out from the record.
 */
export async function readTables(client: ClientBase): Promise<Tables> {
  const { rows } = await client.query<Table>({
    text: `
    select c.relname as name,
           (select jsonb_agg(jsonb_build_object('name', a.attname, 'shape', case
                     when t.typname in ('json', 'jsonb') then 'json' when t.typcategory = 'A' then 'array' else 'plain'
                   end) order by a.attnum)
              from pg_attribute a join pg_type t on t.oid = a.atttypid
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           coalesce((select jsonb_agg(a.attname order by a.attnum) from pg_attribute a join pg_index i
                on i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)
             where a.attrelid = c.oid), '[]') as key
      from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
       and coalesce(obj_description(c.oid, 'pg_class'), '') not like $1 || '%'
     order by c.relname`,
    values: [notWorkedOut],
  })
  const keyless = rows.find(({ key }) => key.length === 0)
  if (keyless) {
    throw new Error(
      `The table ${keyless.name} has no primary key. A worked-out table needs one; a table that is not worked out ` +
        `needs a comment that begins with '${notWorkedOut}'.`,
    )
  }
  return new Map(rows.map((table) => [table.name, table]))
}

export const columnNames = ({ columns }: Table): readonly string[] => columns.map(({ name }) => name)

/** Column names as SQL writes them: quoted, with commas between. */
export const quoted = (names: readonly string[], prefix = ''): string =>
  names.map((name) => `${prefix}"${name}"`).join(', ')
