import pg from 'pg'
import { type Embedded, joinEmbedded } from '../../src/platform/database/embedded.ts'

/** What a test writes goes with the test, so nothing need be on the disk before its database answers. */
const hasty = ['fsync', 'full_page_writes', 'synchronous_commit']

/** The PostgreSQL on which tests have their databases. */
export async function joinTestServer(home: string): Promise<Embedded> {
  const embedded = await joinEmbedded(home)
  const client = new pg.Client({ host: embedded.socketFolder, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    for (const setting of hasty) await client.query(`alter system set ${setting} = off`)
    await client.query('select pg_reload_conf()')
  } finally {
    await client.end()
  }
  return embedded
}
