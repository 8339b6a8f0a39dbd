import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { connectionSettings } from './connection.ts'

const of = (url: string) => new pg.Client(connectionSettings({ url }, 'frankpledge', { role: 'frankpledge_recorder' }))

/** What the driver will send, which its types leave out. */
const sent = (client: pg.Client) =>
  (client as unknown as { connectionParameters: Record<string, string | null> }).connectionParameters

test('a database address cannot take the role, the time zone or the name from a connection', () => {
  const client = of(
    'postgres://u:p%40ss@db.example:5433/area?options=-c%20work_mem%3D8MB%20-c%20role%3Du&application_name=x',
  )
  assert.equal(sent(client).options, '-c work_mem=8MB -c role=u -c TimeZone=UTC -c role=frankpledge_recorder')
  assert.equal(sent(client).application_name, 'frankpledge')
  assert.deepEqual(
    [client.host, client.port, client.user, client.password, client.database],
    ['db.example', 5433, 'u', 'p@ss', 'area'],
  )
})

test('an address may name a socket folder', () => {
  const client = of('postgres:///area?host=%2Frun%2Fpostgresql&user=area')
  assert.deepEqual([client.host, client.user, client.database], ['/run/postgresql', 'area', 'area'])
})
