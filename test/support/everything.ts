import { Client } from 'pg'

/** Every table of an installation with its rows as text in a fixed order; without what is a machine's own. */
export async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await client.query<{ place: string }>(
      `select format('%I.%I', schemaname, tablename) as place from pg_tables
        where schemaname in (current_schema(), 'pgboss') order by 1`,
    )
    const contents: Record<string, string[]> = {}
    for (const { place } of tables.rows) {
      if (/schema_migrations|queue_stats|pgboss\.(version|warning|bam)$/.test(place)) continue
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${place} t order by 1`)
      contents[place] = rows.map(({ row }) => row)
    }
    return contents
  } finally {
    await client.end()
  }
}
