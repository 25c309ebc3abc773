import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { Journal } from '../db/transact.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'

export interface StoredAnswer {
  status: number
  body: unknown
}
interface Row {
  request_hash: Buffer
  status: number | null
  response: { sealed: string } | null
}
/** Another process claimed the same key while this one worked; its answer is the answer. */
class ClaimedElsewhere extends Error {}

const place = (owner: string, key: string) => `idempotency_keys ${owner} ${key}`

/**
 * One request, answered once. The key's row is written in the command's own transaction, with the transaction's result, so it is
 * there exactly when the command is: a crash before the commit leaves nothing, a crash after it leaves a row from which the next
 * try builds its answer without doing anything again (the handler runs, its transactions give their recorded results).
 */
export function createIdempotency(house: House): {
  once(
    owner: string,
    key: string,
    request: unknown,
    handle: (journal: Journal) => Promise<StoredAnswer>,
  ): Promise<StoredAnswer>
} {
  /** The same key in this process waits here, not on a database connection. */
  const turns = new Map<string, Promise<unknown>>()

  async function find(owner: string, key: string, hash: Buffer): Promise<Row | null> {
    const row = (await house.db
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'status', 'response'])
      .where('owner', '=', owner)
      .where('key', '=', key)
      .executeTakeFirst()) as Row | undefined
    if (row === undefined) return null
    if (!row.request_hash.equals(hash)) throw new Problem(422, 'idempotency-mismatch')
    return row
  }

  const seal = (owner: string, key: string, value: unknown) =>
    JSON.stringify({ sealed: house.secrets.seal(serialize(value).toString('base64'), place(owner, key)) })
  const unseal = (owner: string, key: string, response: { sealed: string }): unknown =>
    deserialize(Buffer.from(house.secrets.open(response.sealed, place(owner, key)), 'base64'))

  async function attempt(
    owner: string,
    key: string,
    hash: Buffer,
    handle: (journal: Journal) => Promise<StoredAnswer>,
  ): Promise<StoredAnswer> {
    const row = await find(owner, key, hash)
    if (row?.status != null && row.response !== null) {
      return { status: row.status, body: unseal(owner, key, row.response) }
    }
    const recorded = row?.response == null ? [] : (unseal(owner, key, row.response) as unknown[])
    const results: unknown[] = [...recorded]
    let next = 0
    let claimed = row !== null
    const answer = await handle({
      recall: () => (next < recorded.length ? { result: recorded[next++] } : null),
      note: (value) => void results.push(value),
      isRepeated: row !== null,
      async begin(tx) {
        if (claimed) return
        const made = await tx
          .insertInto('idempotency_keys')
          .values({ owner, key, request_hash: hash })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst()
        if (made.numInsertedOrUpdatedRows === 0n) throw new ClaimedElsewhere()
      },
      async keep(tx, result) {
        const all = [...results, result]
        await tx
          .updateTable('idempotency_keys')
          .set({ response: seal(owner, key, all) })
          .where('owner', '=', owner)
          .where('key', '=', key)
          .execute()
        // Only memory: when the commit fails, the whole request fails.
        results.push(result)
        claimed = true
      },
    })
    await house.db
      .insertInto('idempotency_keys')
      .values({ owner, key, request_hash: hash, status: answer.status, response: seal(owner, key, answer.body) })
      .onConflict((c) =>
        c
          .columns(['owner', 'key'])
          .doUpdateSet({ status: answer.status, response: seal(owner, key, answer.body) })
          .where('idempotency_keys.status', 'is', null),
      )
      .execute()
      // The command is done and recorded; without this the next try only works a little more.
      .catch((err: unknown) => house.log.warn({ err }, 'The answer to a repeatable request was not kept'))
    return answer
  }

  return {
    async once(owner, key, request, handle) {
      const hash = createHash('sha256')
        .update(JSON.stringify(request) ?? '')
        .digest()
      const name = `${owner} ${key}`
      const turn = (turns.get(name) ?? Promise.resolve())
        .catch(() => undefined)
        .then(async () => {
          for (let tries = 1; ; tries++) {
            try {
              return await attempt(owner, key, hash, handle)
            } catch (error) {
              if (!(error instanceof ClaimedElsewhere) || tries === 5) throw error
            }
          }
        })
      turns.set(name, turn)
      try {
        return await turn
      } finally {
        if (turns.get(name) === turn) turns.delete(name)
      }
    },
  }
}
